package dev.inlet.platform.security;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The table of who may do what. Every operation of the management API names one of these, and what
 * stands here is what is enforced; an operation that names none is refused to everybody.
 */
public enum Permission {
  /** Signing up and in, and what links in e-mails stand for. */
  USE_OPENLY(Holder.ANYBODY, null, "Sign up and sign in"),
  USE_OWN_ACCOUNT(Holder.PERSON, null, "See and change one's own account"),
  AUDIT_ALL_ORGANIZATIONS(
      Holder.SUPPORT, null, "Read every organization's webhooks and deliveries, payloads masked"),

  VIEW_ORGANIZATION(Holder.MEMBER_OR_KEY, Role.VIEWER, "See the organization and its settings"),
  VIEW_WEBHOOKS(Holder.MEMBER_OR_KEY, Role.VIEWER, "See webhooks, and try what they would do"),
  VIEW_DELIVERIES(Holder.MEMBER_OR_KEY, Role.VIEWER, "See deliveries with their payloads"),
  VIEW_CONNECTION(
      Holder.MEMBER_OR_KEY, Role.VIEWER, "See the connection to iMIS, never its password"),
  VIEW_ALERTS(Holder.MEMBER_OR_KEY, Role.VIEWER, "See what alerts there are, and what fails now"),
  VIEW_MEMBERS(Holder.MEMBER_OR_KEY, Role.VIEWER, "See who belongs to the organization"),
  EDIT_WEBHOOKS(Holder.MEMBER_OR_KEY, Role.EDITOR, "Create, change, pause and delete webhooks"),
  REPLAY_DELIVERIES(
      Holder.MEMBER_OR_KEY, Role.EDITOR, "Replay deliveries, which writes their records to iMIS"),
  TEST_CONNECTION(Holder.MEMBER_OR_KEY, Role.EDITOR, "Test the connection to iMIS"),
  /** For people only: a key that leaked must not unmask anybody. */
  REVEAL_SENSITIVE(
      Holder.MEMBER, Role.ADMIN, "Reveal masked properties of deliveries, which is written down"),
  EDIT_CONNECTION(Holder.MEMBER_OR_KEY, Role.ADMIN, "Change the connection to iMIS"),
  EDIT_ALERTS(Holder.MEMBER_OR_KEY, Role.ADMIN, "Change what is told by alerts, and to whom"),
  EDIT_ORGANIZATION(Holder.MEMBER_OR_KEY, Role.ADMIN, "Change the organization and its settings"),
  /** Nobody gives or takes a role above their own. */
  MANAGE_MEMBERS(Holder.MEMBER, Role.ADMIN, "Invite people, change their roles, remove them"),
  /** For people only: a key that leaked must not make others. */
  MANAGE_API_KEYS(Holder.MEMBER, Role.ADMIN, "Create and revoke API keys"),
  VIEW_AUDIT_EVENTS(Holder.MEMBER_OR_KEY, Role.ADMIN, "Read and export the audit trail"),
  EXPORT_ORGANIZATION(Holder.MEMBER, Role.OWNER, "Export everything of the organization"),
  DELETE_ORGANIZATION(Holder.MEMBER, Role.OWNER, "Delete the organization");

  /** What somebody has to be. */
  public enum Holder {
    ANYBODY,
    /** Any person who signed in. */
    PERSON,
    /** A person of the support staff, with a second factor. */
    SUPPORT,
    /** A person who is a member of the organization. */
    MEMBER,
    /** A member of the organization, or one of its API keys. */
    MEMBER_OR_KEY
  }

  private final Holder holder;
  private final @Nullable Role leastRole;
  private final String description;

  Permission(Holder holder, @Nullable Role leastRole, String description) {
    this.holder = holder;
    this.leastRole = leastRole;
    this.description = description;
  }

  public Holder holder() {
    return holder;
  }

  /** The least role in the organization; none where it is not about one. */
  public Optional<Role> leastRole() {
    return Optional.ofNullable(leastRole);
  }

  /** What it allows, as a phrase for people. */
  public String description() {
    return description;
  }
}
