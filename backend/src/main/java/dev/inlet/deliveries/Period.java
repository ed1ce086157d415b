package dev.inlet.deliveries;

import dev.inlet.platform.paging.FilterValues;
import dev.inlet.platform.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time, cut at round times (UTC): all parts are equally long, but the first and the
 * last may be cut short by its ends.
 *
 * @param from where the first part begins
 * @param to where the last part ends
 * @param bucket how long a part is
 */
record Period(Instant from, Instant to, Duration bucket) {

  private static final Duration LENGTH_DEFAULT = Duration.ofHours(24);
  private static final Duration LENGTH_MAX = Duration.ofDays(31);
  private static final int BUCKETS_MAX = 96;
  private static final List<Duration> BUCKETS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(12));

  /**
   * What was asked for.
   *
   * @throws ProblemException if that is not a stretch of at most 31 days
   */
  static Period of(@Nullable Instant from, @Nullable Instant to, Instant now) {
    Instant end = Optional.ofNullable(FilterValues.time(to)).orElse(now);
    Instant start =
        Optional.ofNullable(FilterValues.time(from)).orElseGet(() -> end.minus(LENGTH_DEFAULT));
    if (!start.isBefore(end)) {
      throw ProblemException.invalid("/from", "The beginning has to be before the end.");
    }
    Duration length = Duration.between(start, end);
    if (length.compareTo(LENGTH_MAX) > 0) {
      throw ProblemException.invalid("/from", "Choose a period of 31 days at most.");
    }
    Duration bucket =
        BUCKETS.stream()
            .filter(candidate -> length.dividedBy(candidate) < BUCKETS_MAX)
            .findFirst()
            .orElse(BUCKETS.getLast());
    return new Period(start, end, bucket);
  }

  /** The 24 hours up to the end of the present one. */
  static Period lastDay(Instant now) {
    Duration hour = Duration.ofHours(1);
    Instant end = Resolution.floor(now, hour).plus(hour);
    return new Period(end.minus(LENGTH_DEFAULT), end, hour);
  }

  /** The round time at or before the beginning. */
  Instant origin() {
    return Resolution.floor(from, bucket);
  }

  int buckets() {
    return index(to.minusNanos(1)) + 1;
  }

  /** Which part an instant falls into. */
  int index(Instant instant) {
    return (int) Duration.between(origin(), instant).dividedBy(bucket);
  }

  Instant start(int index) {
    return index == 0 ? from : origin().plus(bucket.multipliedBy(index));
  }
}
