package dev.inlet.deliveries;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The delivery that came first with an idempotency key.
 *
 * @param body a hash of what came with it
 * @param outcome null if the delivery is not in the journal any more
 * @param before what is known without the attempt that is under way; null if nothing is
 * @param statusCode what its caller was answered; null if nobody was
 * @param error what else its caller was told; null if nothing was
 * @param reason why it did not succeed then; null if it did or has not ended
 */
public record FirstDelivery(
    DeliveryId id,
    byte[] body,
    @Nullable Outcome outcome,
    @Nullable Outcome before,
    @Nullable Integer statusCode,
    @Nullable String error,
    @Nullable Reason reason) {

  private static final int ACKNOWLEDGED = 202;
  private static final int FAILED = 500;

  /**
   * What the caller of a delivery is answered.
   *
   * @param reason why that is no success; null if it is one
   */
  public record Told(int statusCode, CallerAnswer body, @Nullable Reason reason) {

    static Told success(int statusCode) {
      return new Told(statusCode, CallerAnswer.ofSuccess(), null);
    }
  }

  /**
   * Whether what it brought is under way, in the target, or perhaps there. If it is surely not, or
   * nobody knows the delivery any more, the next one with its key is the first one.
   */
  public boolean holdsKey() {
    return isUnderWay() || outcome == Outcome.SUCCEEDED || outcome == Outcome.UNKNOWN;
  }

  /** Whether it is too early to say what its caller is told. */
  public boolean isUnsettled() {
    return isUnderWay() && !isToldOfSuccess() && before != Outcome.SUCCEEDED && !isQueued();
  }

  /**
   * What the next one with its key is told, too: the same, except that a record that came to be
   * later, or a delivery that waits after all, is not denied for ever. Empty if nobody is to be
   * told anything.
   */
  public Optional<Told> told() {
    if (statusCode != null && isToldOfSuccess()) {
      return Optional.of(Told.success(statusCode));
    }
    if (outcome == Outcome.SUCCEEDED || before == Outcome.SUCCEEDED) {
      return Optional.of(Told.success(200));
    }
    if (isQueued()) {
      return Optional.of(Told.success(ACKNOWLEDGED));
    }
    if (statusCode != null) {
      return Optional.ofNullable(CallerAnswer.of(statusCode, List.of(), error))
          .map(body -> new Told(statusCode, body, reason));
    }
    return outcome == Outcome.UNKNOWN
        ? Optional.of(new Told(FAILED, CallerAnswer.of(UnfinishedDeliveries.INTERRUPTED), reason))
        : Optional.empty();
  }

  private boolean isUnderWay() {
    return outcome != null && outcome.isUnderWay();
  }

  /** Whether it waits for its next attempt, as its caller could not be told in time perhaps. */
  private boolean isQueued() {
    return outcome == Outcome.QUEUED;
  }

  private boolean isToldOfSuccess() {
    return statusCode != null && statusCode < 400;
  }
}
