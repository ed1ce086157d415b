package dev.inlet.identity;

import dev.inlet.platform.security.Role;
import java.time.Instant;
import java.util.UUID;

/**
 * An open invitation to an organization.
 *
 * @param email whom it is for: nobody else can accept it
 * @param invitedBy the e-mail address of whoever invited, at that moment
 */
record Invitation(
    UUID id,
    String email,
    Role role,
    byte[] secretCiphertext,
    String invitedBy,
    UUID invitedById,
    Instant createdAt,
    Instant expiresAt) {

  boolean isExpired(Instant now) {
    return !expiresAt.isAfter(now);
  }
}
