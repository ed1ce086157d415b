package dev.inlet.identity;

import dev.inlet.platform.security.Role;
import java.time.Instant;
import java.util.UUID;

/**
 * An open invitation to an organization.
 *
 * @param email whom it is for: nobody else can accept it
 * @param invitedBy the e-mail address of whoever invited
 */
record Invitation(
    UUID id,
    String email,
    Role role,
    byte[] secretCiphertext,
    String invitedBy,
    Instant createdAt,
    Instant expiresAt) {

  boolean isExpired(Instant now) {
    return !expiresAt.isAfter(now);
  }
}
