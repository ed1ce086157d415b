package dev.inlet.deliveries;

import dev.inlet.actions.ActionResult;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try of a delivery's action.
 *
 * @param number counts from 1 within its delivery
 * @param version the webhook's version whose action it was
 * @param startedBy the e-mail address of whoever replayed the delivery; null for the try that the
 *     delivery itself started
 */
public record Attempt(
    int number,
    int version,
    @Nullable String startedBy,
    ActionResult result,
    AttemptTimes times,
    Instant startedAt,
    Instant finishedAt) {

  /** The same of a delivery that waited in the queue before. */
  public Attempt queuedSince(Instant queuedAt) {
    return new Attempt(
        number,
        version,
        startedBy,
        result,
        times.queued(queuedAt, startedAt),
        startedAt,
        finishedAt);
  }

  /** How a delivery with this one try ended. */
  public Outcome outcome() {
    return switch (result.outcome()) {
      case SUCCEEDED -> Outcome.SUCCEEDED;
      case FAILED -> Outcome.FAILED;
      case UNKNOWN -> Outcome.UNKNOWN;
    };
  }

  /** Why it did not succeed; null if it did. */
  public @Nullable Reason reason() {
    return result.reason() == null ? null : Reason.of(result.reason());
  }

  @Nullable String reasonName() {
    return reason() == null ? null : reason().name();
  }

  boolean isReplay() {
    return startedBy != null;
  }
}
