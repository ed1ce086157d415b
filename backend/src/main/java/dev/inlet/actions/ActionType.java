package dev.inlet.actions;

import dev.inlet.platform.tenancy.OrganizationId;

/** One thing a webhook can do. An implementation is a bean; registering it is all it takes. */
public interface ActionType {

  /** Names the type in definitions, on the wire and in the database; never changes. */
  String type();

  /** Describes what the organization can do with it, without asking the target system. */
  ActionDescription describe(OrganizationId organization);

  /**
   * Readies the action for many deliveries. Does no I/O; whatever it needs of the organization's
   * connection it looks up when it runs, so that new credentials count at once.
   */
  PreparedAction prepare(OrganizationId organization, ActionSettings settings);
}
