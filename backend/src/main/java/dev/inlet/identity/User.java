package dev.inlet.identity;

import dev.inlet.platform.http.Origin;
import dev.inlet.platform.security.Actor;
import dev.inlet.platform.tenancy.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A person who signs in.
 *
 * @param totp the second factor; null without one
 */
record User(
    UserId id,
    String email,
    String name,
    String passwordHash,
    boolean isSupport,
    boolean isDisabled,
    @Nullable TotpState totp) {

  /**
   * A second factor as it is stored.
   *
   * @param isEnabled whether its first code was shown to be right
   * @param lastStep the time step of the last code that was taken
   */
  record TotpState(byte[] secretCiphertext, boolean isEnabled, long lastStep) {}

  boolean hasSecondFactor() {
    return totp != null && totp.isEnabled();
  }

  /** The user, as the audit trail tells them. */
  Actor actor(Origin origin) {
    Actor.Kind kind = isSupport ? Actor.Kind.SUPPORT : Actor.Kind.USER;
    return new Actor(kind, id.value(), email, origin);
  }

  @Override
  public String toString() {
    return "User[id=%s]".formatted(id);
  }
}
