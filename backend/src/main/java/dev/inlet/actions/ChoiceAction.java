package dev.inlet.actions;

import dev.inlet.platform.tenancy.OrganizationId;
import java.util.List;

/**
 * An action with fields whose values the organization's own system suggests. A choice is a
 * suggestion: any other value may be sent. Asking for them does I/O; deliveries do not ask.
 */
public interface ChoiceAction extends ActionType {

  /**
   * The choices of a field, as they are called in the target system; none if it has no such field.
   *
   * @param field one that the description names as having choices
   * @throws TargetUnreadableException if they cannot be read now
   */
  Reading<List<Choice>> choices(OrganizationId organization, String field, Freshness freshness)
      throws TargetUnreadableException;
}
