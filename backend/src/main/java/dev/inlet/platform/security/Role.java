package dev.inlet.platform.security;

/** What a member may do in an organization; each role includes those before it. */
public enum Role {
  /** Reads definitions and deliveries. */
  VIEWER,
  /** Creates, changes and deletes webhooks. */
  EDITOR,
  /** Changes the connection and the organization's settings. */
  ADMIN,
  /** Everything, the organization's end included. */
  OWNER;

  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }
}
