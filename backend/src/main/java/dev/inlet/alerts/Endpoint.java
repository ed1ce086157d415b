package dev.inlet.alerts;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address of an organization's own that incidents are POSTed to.
 *
 * @param disabledAt null while it gets messages
 * @param oldSecretUntil until when messages are signed with the secret before, too; null if not
 */
record Endpoint(
    UUID id,
    URI url,
    String createdBy,
    Instant createdAt,
    @Nullable Instant disabledAt,
    @Nullable Reason disabledBecause,
    @Nullable Instant oldSecretUntil) {

  /** Why it gets no messages. */
  enum Reason {
    SWITCHED_OFF,
    /** It answered 410. */
    GONE
  }
}
