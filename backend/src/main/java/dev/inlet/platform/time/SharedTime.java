package dev.inlet.platform.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The time that all nodes share. It is a node's own while that agrees with what it was told; else
 * it is what it was told, carried on by the monotonic clock. So a node whose clock is wrong, or is
 * set while it works, does nothing too early and nothing too late.
 *
 * <p>In milliseconds, as the journal's columns and ids hold them: a time read back equals the time
 * written.
 */
public final class SharedTime implements InstantSource {

  /** More than clocks differ that NTP keeps, and much less than the grace of any lease. */
  private static final Duration AGREEMENT = Duration.ofMillis(250);

  private final InstantSource own;
  private final LongSupplier nanos;
  private volatile @Nullable Reading reading;

  /** A shared time, and when it was by the monotonic clock. */
  private record Reading(Instant time, long nanoTime) {

    Instant at(long now) {
      return time.plusNanos(now - nanoTime);
    }
  }

  /**
   * Was told nothing yet, and is the node's own.
   *
   * @param own the node's clock, which may be wrong
   * @param nanos the monotonic clock, as {@link System#nanoTime}
   */
  public SharedTime(InstantSource own, LongSupplier nanos) {
    this.own = own;
    this.nanos = nanos;
  }

  /**
   * Learns what the shared time was between two moments of the monotonic clock. What was known
   * gives way as far as it has to: an answer that took long says little, and must not move it much.
   */
  public void learn(Instant told, long before, long after) {
    Reading known = reading;
    if (known == null) {
      reading = new Reading(told, before + (after - before) / 2);
    } else if (told.isBefore(known.at(before))) {
      reading = new Reading(told, before);
    } else if (told.isAfter(known.at(after))) {
      reading = new Reading(told, after);
    }
  }

  @Override
  public Instant instant() {
    Instant mine = own.instant();
    Reading known = reading;
    if (known == null) {
      return millis(mine);
    }
    Instant shared = known.at(nanos.getAsLong());
    return millis(agree(shared, mine) ? mine : shared);
  }

  /** Whether the node's own clock is right. */
  public boolean isOwn() {
    return ahead().abs().compareTo(AGREEMENT) <= 0;
  }

  /** By how much the node's own clock is ahead; negative if it is behind. */
  public Duration ahead() {
    Reading known = reading;
    return known == null
        ? Duration.ZERO
        : Duration.between(known.at(nanos.getAsLong()), own.instant());
  }

  private static boolean agree(Instant shared, Instant mine) {
    return Duration.between(shared, mine).abs().compareTo(AGREEMENT) <= 0;
  }

  private static Instant millis(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS);
  }
}
