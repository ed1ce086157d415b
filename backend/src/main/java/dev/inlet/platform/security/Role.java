package dev.inlet.platform.security;

/**
 * What a member is in an organization; each role includes those before it. What each may do stands
 * in {@link Permission}.
 */
public enum Role {
  VIEWER,
  EDITOR,
  ADMIN,
  OWNER;

  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }
}
