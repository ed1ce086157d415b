package dev.inlet.deliveries;

import dev.inlet.webhooks.schema.Violation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a delivery ended whose action was never begun.
 *
 * @param error a sentence for people; null if the violations say it
 * @param violations of the schema; empty unless it was violated
 * @param statusCode what the caller is answered
 * @param duplicateOf the delivery that came first with the same key; null without a key or a first
 */
public record Ending(
    Outcome outcome,
    @Nullable Reason reason,
    @Nullable String error,
    List<Violation> violations,
    int statusCode,
    Instant finishedAt,
    @Nullable DeliveryId duplicateOf) {

  /** Of a delivery that has nothing to do with any other one. */
  public Ending(
      Outcome outcome,
      Reason reason,
      @Nullable String error,
      List<Violation> violations,
      int statusCode,
      Instant finishedAt) {
    this(outcome, reason, error, violations, statusCode, finishedAt, null);
  }

  @Nullable String reasonName() {
    return reason == null ? null : reason.name();
  }
}
