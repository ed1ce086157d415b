package dev.inlet.platform.security;

import java.util.Locale;

/**
 * What a member is in an organization; each role includes those before it. What each may do stands
 * in {@link Permission}.
 */
public enum Role {
  VIEWER,
  EDITOR,
  ADMIN,
  OWNER;

  /** What people call it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }
}
