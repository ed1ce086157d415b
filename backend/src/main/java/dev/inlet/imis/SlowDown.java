package dev.inlet.imis;

import dev.inlet.platform.time.Deadline;
import dev.inlet.platform.time.SpokenTime;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Until when one connection's iMIS asked not to be called: the {@code Retry-After} of a 429 or a
 * 503, in seconds or as a date. Whoever waits for an answer believes it for minutes at most.
 */
final class SlowDown {

  private static final Duration BELIEVED_MAX = Duration.ofMinutes(5);

  /** By those who have the time; also keeps absurd numbers out of the arithmetic. */
  private static final Duration HEARD_MAX = Duration.ofDays(1);

  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  private final Clock clock;
  private final Pause pause;
  private volatile Instant until = Instant.EPOCH;
  private volatile Instant asked = Instant.EPOCH;

  SlowDown(Clock clock, Pause pause) {
    this.clock = clock;
    this.pause = pause;
  }

  /** Lets time pass. */
  @FunctionalInterface
  interface Pause {
    void last(Duration duration) throws InterruptedException;
  }

  /** Heeds an answer; false if it does not say when to come back. */
  boolean heed(ImisAnswer answer) {
    if (answer.status() != 429 && answer.status() != 503) {
      return false;
    }
    Optional<Duration> wait = duration(answer.retryAfter());
    wait.ifPresent(this::begin);
    return wait.isPresent();
  }

  private synchronized void begin(Duration wait) {
    Instant now = clock.instant();
    asked = later(asked, now.plus(wait));
    until = later(until, now.plus(wait.compareTo(BELIEVED_MAX) < 0 ? wait : BELIEVED_MAX));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** All of what iMIS asked for; empty if that is over. */
  Optional<Instant> wantsCallsAt() {
    return Optional.of(asked).filter(clock.instant()::isBefore);
  }

  boolean isOver() {
    return !clock.instant().isBefore(until);
  }

  /**
   * Waits until iMIS may be called.
   *
   * @throws ImisException at once if that is too late for the deadline
   */
  void await(Deadline deadline) throws ImisException {
    while (!isOver()) {
      requireEndBefore(deadline);
      try {
        pause.last(left());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw refusal(null);
      }
    }
  }

  /**
   * Asks whether waiting is of any use.
   *
   * @throws ImisException if the deadline comes first
   */
  void requireEndBefore(Deadline deadline) throws ImisException {
    if (left().compareTo(deadline.remaining()) >= 0 && !isOver()) {
      throw refusal(null);
    }
  }

  /** Why nothing is done, with when to come back if iMIS said so. */
  ImisException refusal(@Nullable ImisAnswer answer) {
    String sentence =
        isOver()
            ? ImisFailure.THROTTLED.sentence()
            : "iMIS asked to slow down; nothing was written. Send it again after %s."
                .formatted(SpokenTime.second(until.plusMillis(999)));
    return new ImisException(ImisFailure.THROTTLED, sentence, answer);
  }

  private Duration left() {
    return Duration.between(clock.instant(), until);
  }

  private Optional<Duration> duration(@Nullable String retryAfter) {
    if (retryAfter == null) {
      return Optional.empty();
    }
    String text = retryAfter.strip();
    if (SECONDS.matcher(text).matches()) {
      return Optional.of(bounded(Duration.ofSeconds(Long.parseLong(text))));
    }
    try {
      Instant date = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
      return Optional.of(bounded(Duration.between(clock.instant(), date)));
    } catch (DateTimeException e) {
      return Optional.empty(); // neither of the two that it can be
    }
  }

  private static Duration bounded(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(HEARD_MAX) < 0 ? wait : HEARD_MAX;
  }
}
