package dev.inlet.identity;

import dev.inlet.platform.tenancy.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One browser that a user signed in with. */
record Session(
    UUID id,
    UserId user,
    byte[] tokenHash,
    byte @Nullable [] previousTokenHash,
    Instant rotatedAt,
    Instant expiresAt,
    boolean isRevoked) {}
