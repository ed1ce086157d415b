package dev.inlet.actions;

import dev.inlet.platform.tenancy.OrganizationId;
import java.util.List;
import java.util.Optional;

/**
 * An action that inserts into one of the panels that the organization's own system has. They are
 * read from there, so asking for them does I/O; deliveries do not ask.
 */
public interface PanelAction extends ActionType {

  /**
   * The panels it can insert into, by label.
   *
   * @throws TargetUnreadableException if they cannot be read now
   */
  Reading<List<PanelName>> panels(OrganizationId organization, Freshness freshness)
      throws TargetUnreadableException;

  /**
   * One of them with its fields; empty if there is none of that name.
   *
   * @throws TargetUnreadableException if it cannot be read now
   */
  Reading<Optional<PanelDescription>> panel(
      OrganizationId organization, String name, Freshness freshness)
      throws TargetUnreadableException;
}
