package dev.inlet.platform.time;

import java.time.Duration;

/**
 * An instant on the monotonic clock that work must be done by. Immune to steps of the wall clock.
 */
public final class Deadline {

  private final long nanoTime;

  private Deadline(long nanoTime) {
    this.nanoTime = nanoTime;
  }

  public static Deadline in(Duration duration) {
    return new Deadline(System.nanoTime() + duration.toNanos());
  }

  /**
   * So long after a moment.
   *
   * @param startNanos that moment as {@link System#nanoTime} told it
   */
  public static Deadline after(long startNanos, Duration duration) {
    return new Deadline(startNanos + duration.toNanos());
  }

  /** What is left, never negative. */
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
  }

  /** A deadline this much sooner, to leave time for what comes after. */
  public Deadline minus(Duration reserve) {
    return new Deadline(nanoTime - reserve.toNanos());
  }

  /** This deadline, or so long from now if that is sooner. */
  public Deadline atMost(Duration longest) {
    return new Deadline(nanoTime - Math.max(0, nanoTime - System.nanoTime() - longest.toNanos()));
  }
}
