package dev.inlet.deliveries;

import dev.inlet.webhooks.WebhookId;
import dev.inlet.webhooks.schema.Violation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that may be tried once more, and what became of it so far.
 *
 * @param attempts how many tries of its action were begun
 * @param deadlineAt tells this state from the one after another replay
 */
record Ended(
    DeliveryKey key,
    WebhookId webhook,
    @Nullable String webhookName,
    int version,
    Outcome outcome,
    @Nullable Reason reason,
    @Nullable String error,
    List<Violation> violations,
    @Nullable String recordId,
    byte[] body,
    boolean isBodyPartial,
    int attempts,
    Instant deadlineAt,
    @Nullable Instant finishedAt) {

  boolean isUnderWay() {
    return outcome == Outcome.RECEIVED || outcome == Outcome.QUEUED;
  }

  /** Whether another try might write the record a second time. */
  boolean mayBeWritten() {
    return outcome == Outcome.SUCCEEDED
        || outcome == Outcome.UNKNOWN
        || outcome == Outcome.DUPLICATE;
  }

  /**
   * How the delivery stands after another try: a try that wrote nothing takes nothing back. What
   * its caller was answered, and when, stays what it was.
   */
  Ending after(Attempt attempt) {
    Instant finished = finishedAt == null ? attempt.finishedAt() : finishedAt;
    boolean isAsBefore =
        attempt.outcome() != Outcome.SUCCEEDED
            && (outcome == Outcome.SUCCEEDED
                || (outcome == Outcome.UNKNOWN && attempt.outcome() == Outcome.FAILED));
    return isAsBefore
        ? new Ending(outcome, reason, error, violations, null, recordId, attempt, finished)
        : new Ending(
            attempt.outcome(),
            attempt.reason(),
            attempt.result().error(),
            violations,
            null,
            attempt.result().recordId(),
            attempt,
            finished);
  }
}
