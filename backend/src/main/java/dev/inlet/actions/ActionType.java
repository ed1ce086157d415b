package dev.inlet.actions;

import dev.inlet.platform.tenancy.OrganizationId;
import java.util.List;

/** One thing a webhook can do. An implementation is a bean; registering it is all it takes. */
public interface ActionType {

  /** Names the type in definitions, on the wire and in the database; never changes. */
  String type();

  /** Describes what the organization can do with it, without asking the target system. */
  ActionDescription describe(OrganizationId organization);

  /**
   * What a definition can fill, given what it settles: an option may turn a field into another
   * thing, or take it for itself.
   *
   * @param all the fields of the action or of the panel
   */
  default List<ActionField> fields(List<ActionField> all, ActionSettings settings) {
    return all;
  }

  /**
   * Readies the action for many deliveries. Does no I/O; whatever it needs of the organization's
   * connection it looks up when it runs, so that new credentials count at once.
   */
  PreparedAction prepare(OrganizationId organization, ActionSettings settings);
}
