package dev.inlet.audit;

import dev.inlet.platform.audit.AuditAction;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which events to list; what is null does not narrow.
 *
 * @param actor the user's or the API key's id
 * @param target the thing's id
 * @param from the first instant
 * @param to the instant after the last
 * @param before only those older than this one
 */
record AuditEventFilter(
    @Nullable AuditAction action,
    @Nullable UUID actor,
    @Nullable String target,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable UUID before) {

  /** Everything older than an event; null for everything. */
  static AuditEventFilter olderThan(@Nullable UUID event) {
    return new AuditEventFilter(null, null, null, null, null, event);
  }

  AuditEventFilter before(UUID event) {
    return new AuditEventFilter(action, actor, target, from, to, event);
  }
}
