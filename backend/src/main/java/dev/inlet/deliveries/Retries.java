package dev.inlet.deliveries;

import dev.inlet.actions.ActionResult;
import dev.inlet.actions.FailureReason;
import dev.inlet.platform.time.Patience;
import dev.inlet.webhooks.queue.QueueSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Whether and when a delivery that was acknowledged on receipt is tried again by itself: nothing
 * else decides it. Only what surely is not in the target is, and only if waiting may help.
 */
@Singleton
public class Retries {

  /** What the target asks for is believed for as long as the longest pause. */
  static final Duration PAUSE_ASKED_MAX = Duration.ofHours(1);

  private final RetentionConfiguration retention;
  private final Patience patience;
  private final Clock clock;

  @Inject
  Retries(RetentionConfiguration retention, Clock clock) {
    this(retention, clock, new SecureRandom());
  }

  Retries(RetentionConfiguration retention, Clock clock, RandomGenerator random) {
    this.retention = retention;
    this.patience = new Patience(random);
    this.clock = clock;
  }

  /** Where a delivery waits: not longer than the installation keeps it. */
  QueuePlace place(Instant receivedAt, QueueSettings settings) {
    Duration kept = Duration.ofDays(retention.days());
    Duration time = settings.retryFor().compareTo(kept) < 0 ? settings.retryFor() : kept;
    return new QueuePlace(time.isZero() ? null : receivedAt.plus(time), settings.isInOrder());
  }

  /**
   * When the next attempt begins, empty if there is none. The last one begins when the time is
   * over, so that nothing is given up that was not tried then.
   *
   * @param until null if it is never tried again
   */
  public Optional<Instant> next(Attempt attempt, @Nullable Instant until) {
    ActionResult result = attempt.result();
    FailureReason reason = result.reason();
    Instant now = clock.instant();
    if (until == null || !now.isBefore(until)) {
      return Optional.empty();
    }
    if (result.outcome() != ActionResult.Outcome.FAILED || reason == null || !canPass(reason)) {
      return Optional.empty();
    }
    Instant due = now.plus(pause(attempt.number(), reason));
    return Optional.of(welcome(due, result.notBefore(), now, until));
  }

  /**
   * Never sooner than the target asked for, even if that is after the end of the time; and not all
   * at that very moment.
   */
  private Instant welcome(Instant due, @Nullable Instant notBefore, Instant now, Instant until) {
    if (notBefore == null || !notBefore.isAfter(now)) {
      return earlier(due, until);
    }
    Instant asked = earlier(notBefore, now.plus(PAUSE_ASKED_MAX));
    Instant next = earlier(due, until);
    return next.isAfter(asked) ? next : asked.plus(patience.pause(1));
  }

  /** Whoever has to mend credentials takes longer, and iMIS is not to be asked with bad ones. */
  private Duration pause(int attempts, FailureReason reason) {
    return reason == FailureReason.CREDENTIALS_REFUSED
        ? patience.longest()
        : patience.pause(attempts);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /**
   * Whether the same may succeed later without anybody changing the delivery or its webhook. It is
   * asked of failures only that surely wrote nothing.
   */
  static boolean canPass(FailureReason reason) {
    return switch (reason) {
      // The target, the way to it or Inlet: such things end by themselves.
      case UNREACHABLE, THROTTLED, BUSY, UNAVAILABLE, TARGET_ERROR, NO_ANSWER, INTERNAL_ERROR ->
          true;
      // People mend them, and know it from an alert or see it in their connection.
      case CREDENTIALS_REFUSED, NOT_CONNECTED -> true;
      // The record is what it is, and the target said what it thinks of it.
      case MAPPING_FAILED, RECORD_REFUSED, CONTACT_NOT_FOUND, CONTACT_AMBIGUOUS -> false;
      // Somebody has to change the webhook, the connection or rights in the target first.
      case NOT_PERMITTED, NOT_FOUND, ADDRESS_NOT_ALLOWED, UNREADABLE_ANSWER -> false;
    };
  }
}
