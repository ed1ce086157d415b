package dev.inlet.actions;

import dev.inlet.platform.tenancy.OrganizationId;
import java.util.Optional;

/** Wants to know how a panel is whenever it is read anew. */
public interface PanelListener {

  /**
   * Hears of a panel.
   *
   * @param type the action's
   * @param panel names the panel
   * @param now what it is; empty if there is none of that name any more
   */
  void panelRead(
      OrganizationId organization, String type, String panel, Optional<PanelDescription> now);
}
