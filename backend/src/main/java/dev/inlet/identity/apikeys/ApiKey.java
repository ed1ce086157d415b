package dev.inlet.identity.apikeys;

import dev.inlet.platform.security.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key that was not revoked.
 *
 * @param createdBy the e-mail address of whoever made it
 * @param expiresAt null if it never does
 * @param lastUsedAt to a minute; null if it never was
 */
record ApiKey(
    UUID id,
    String name,
    Role role,
    byte[] secretHash,
    String createdBy,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt) {

  boolean isExpired(Instant now) {
    return expiresAt != null && !expiresAt.isAfter(now);
  }
}
