package dev.inlet.deliveries;

import dev.inlet.webhooks.WebhookId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that may be tried once more, and what became of it so far.
 *
 * @param currentVersion the webhook's present one; null if it was deleted
 * @param leftOut the properties that it brought and that are never stored
 * @param doubtful the versions whose actions may have written the record without anybody knowing;
 *     null if not all of them are known
 * @param deadlineAt tells this state from the one after another replay
 */
record Ended(
    DeliveryKey key,
    WebhookId webhook,
    @Nullable String webhookName,
    int version,
    @Nullable Integer currentVersion,
    Outcome outcome,
    @Nullable Reason reason,
    byte[] body,
    boolean isBodyPartial,
    boolean isBodyWithheld,
    List<String> leftOut,
    @Nullable Set<Integer> doubtful,
    int attemptsBegun,
    Instant deadlineAt)
    implements StoredDelivery {

  @Override
  public DeliveryId id() {
    return key.id();
  }

  @Override
  public int bodyBytes() {
    return body.length;
  }

  boolean isUnderWay() {
    return outcome.isUnderWay();
  }

  boolean isOfUnknownSender() {
    return reason != null && reason.isOfUnknownSender();
  }

  /** Whether another try might write the record a second time. */
  boolean mayBeWritten() {
    return outcome == Outcome.SUCCEEDED
        || outcome == Outcome.UNKNOWN
        || outcome == Outcome.DUPLICATE
        || reason == Reason.KEY_IN_USE; // by another one, that was under way
  }
}
