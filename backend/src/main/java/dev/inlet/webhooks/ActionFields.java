package dev.inlet.webhooks;

import dev.inlet.actions.ActionDescription;
import dev.inlet.actions.ActionField;
import dev.inlet.actions.ActionType;
import dev.inlet.actions.Freshness;
import dev.inlet.actions.PanelAction;
import dev.inlet.actions.PanelDescription;
import dev.inlet.actions.TargetUnreadableException;
import dev.inlet.platform.problem.FieldError;
import dev.inlet.platform.tenancy.OrganizationId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping can fill: the fields of the action, or those of the panel that the definition
 * names.
 *
 * @param panel null if the action has no panels, or if this one is not known
 * @param error why the fields are not known, with a pointer into the request; null if they are
 */
record ActionFields(
    List<ActionField> all, @Nullable PanelDescription panel, @Nullable FieldError error) {

  /** Of a definition that somebody works on: a panel is read as it is now. */
  static ActionFields current(
      OrganizationId organization, ActionType type, @Nullable String panel) {
    ActionDescription description = type.describe(organization);
    String obstacle = description.unavailableBecause();
    if (obstacle != null) {
      return unknown("/action/type", obstacle);
    }
    if (!(type instanceof PanelAction action)) {
      return new ActionFields(description.fields(), null, null);
    }
    if (panel == null || panel.isBlank()) {
      return unknown("/action/panel", "Choose a panel.");
    }
    try {
      return action
          .panel(organization, panel, Freshness.REMEMBERED)
          .value()
          .map(ActionFields::of)
          .orElseGet(
              () ->
                  unknown(
                      "/action/panel",
                      "There is no panel \"%s\" that records can be added to.".formatted(panel)));
    } catch (TargetUnreadableException e) {
      return unknown("/action/panel", e.sentence());
    }
  }

  /** Of a stored version, as it was stored: asks nobody. */
  static ActionFields stored(
      OrganizationId organization, ActionType type, @Nullable PanelDescription panel) {
    if (type instanceof PanelAction) {
      return panel == null ? unknown("/action/panel", "The panel is not known.") : of(panel);
    }
    return new ActionFields(type.describe(organization).fields(), null, null);
  }

  private static ActionFields of(PanelDescription panel) {
    return new ActionFields(panel.fields(), panel, null);
  }

  private static ActionFields unknown(String pointer, String sentence) {
    return new ActionFields(List.of(), null, new FieldError(pointer, sentence));
  }
}
