package dev.inlet.identity;

import dev.inlet.platform.http.Origin;
import dev.inlet.platform.tenancy.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One browser that a user signed in with.
 *
 * @param tokenHash recognises the refresh token that is good now
 * @param previousTokenHash recognises the one before
 * @param origin where it began
 * @param secondFactorAt when its user proved their second factor; null if they did not
 */
record Session(
    UUID id,
    UserId user,
    byte[] tokenHash,
    byte @Nullable [] previousTokenHash,
    Origin origin,
    Instant createdAt,
    Instant rotatedAt,
    Instant lastUsedAt,
    Instant expiresAt,
    @Nullable Instant secondFactorAt,
    boolean isRevoked) {

  boolean isOver(Instant now) {
    return isRevoked || !expiresAt.isAfter(now);
  }
}
