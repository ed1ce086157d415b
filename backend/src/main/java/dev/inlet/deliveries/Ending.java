package dev.inlet.deliveries;

import dev.inlet.webhooks.schema.Violation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a delivery ended.
 *
 * @param reason null on success
 * @param error a sentence for people; null on success
 * @param violations of the schema; empty unless it was violated
 * @param statusCode what the caller is answered; null if nobody waits for an answer
 * @param recordId the target's id of the record; null if there is none or it is not known
 * @param attempt the try of the action; null if there was none
 */
public record Ending(
    Outcome outcome,
    @Nullable Reason reason,
    @Nullable String error,
    List<Violation> violations,
    @Nullable Integer statusCode,
    @Nullable String recordId,
    @Nullable Attempt attempt,
    Instant finishedAt) {

  /**
   * The ending of a delivery that was tried once.
   *
   * @param statusCode what the caller is answered; null if nobody waits for an answer
   */
  public static Ending of(Attempt attempt, @Nullable Integer statusCode) {
    return new Ending(
        attempt.outcome(),
        attempt.reason(),
        attempt.result().error(),
        List.of(),
        statusCode,
        attempt.result().recordId(),
        attempt,
        attempt.finishedAt());
  }
}
