package dev.inlet.deliveries;

import dev.inlet.webhooks.schema.Violation;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a schema would have said to the last deliveries, the newest first.
 *
 * @param checked how many were looked at: those whose body is known whole, as far as they fit into
 *     memory and time
 * @param rejectedThen how many of them broke the schema of their time
 * @param rejectedNow how many of them break this one
 * @param newlyRejected how many break this one only
 * @param newlyAccepted how many broke only the one of their time
 * @param examples some of the newly rejected
 */
@Introspected
record Rehearsal(
    int checked,
    int rejectedThen,
    int rejectedNow,
    int newlyRejected,
    int newlyAccepted,
    List<Example> examples) {

  /** A delivery that would be rejected. */
  @Introspected
  record Example(
      UUID deliveryId, Instant receivedAt, Outcome outcome, List<Violation> violations) {}
}
