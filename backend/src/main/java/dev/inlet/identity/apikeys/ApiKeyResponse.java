package dev.inlet.identity.apikeys;

import dev.inlet.platform.security.Role;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API key.
 *
 * @param key to be sent as {@code Authorization: Bearer}; only in the answer that created it
 * @param lastUsedAt to a minute; null if it never was
 */
@Introspected
record ApiKeyResponse(
    UUID id,
    String name,
    Role role,
    @Nullable String key,
    String createdBy,
    Instant createdAt,
    @Nullable Instant expiresAt,
    boolean isExpired,
    @Nullable Instant lastUsedAt) {

  static ApiKeyResponse of(ApiKey key, @Nullable String text, Instant now) {
    return new ApiKeyResponse(
        key.id(),
        key.name(),
        key.role(),
        text,
        key.createdBy(),
        key.createdAt(),
        key.expiresAt(),
        key.isExpired(now),
        key.lastUsedAt());
  }

  @Override
  public String toString() {
    return "ApiKeyResponse[id=%s]".formatted(id);
  }
}
