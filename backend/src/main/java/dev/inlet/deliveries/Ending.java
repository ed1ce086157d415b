package dev.inlet.deliveries;

import dev.inlet.actions.ActionResult;
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
 * @param attempt the try of the action; null if there was none
 */
public record Ending(
    Outcome outcome,
    @Nullable Reason reason,
    @Nullable String error,
    List<Violation> violations,
    @Nullable Integer statusCode,
    @Nullable Attempt attempt,
    Instant finishedAt) {

  /**
   * One try of the action.
   *
   * @param number counts from 1 within its delivery
   */
  public record Attempt(int number, ActionResult result, Instant startedAt, Instant finishedAt) {}

  @Nullable String recordId() {
    return attempt == null ? null : attempt.result().recordId();
  }
}
