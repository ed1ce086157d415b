package dev.inlet.platform.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long what could not be sent waits for its next try: each time twice as long, up to an hour,
 * and somewhat less by chance, so that what failed together does not come back together. After a
 * day nobody waits any more.
 */
public final class Patience {

  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration LIFE = Duration.ofDays(1);
  private static final int DOUBLINGS_MAX = 11; // that is more than an hour

  private final RandomGenerator random;

  public Patience(RandomGenerator random) {
    this.random = random;
  }

  /**
   * When to try again; empty to give up.
   *
   * @param attempts how often it was tried
   */
  public Optional<Instant> nextTry(Instant createdAt, int attempts, Instant now) {
    Instant next = now.plus(pause(attempts));
    return next.isAfter(createdAt.plus(LIFE)) ? Optional.empty() : Optional.of(next);
  }

  /**
   * How long to wait for the next try.
   *
   * @param attempts how often it was tried
   */
  public Duration pause(int attempts) {
    int doublings = Math.clamp(attempts - 1L, 0, DOUBLINGS_MAX);
    long whole = Math.min(LONGEST.toMillis(), FIRST.toMillis() << doublings);
    return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
  }

  /** As long as one waits in the end, however often it was tried. */
  public Duration longest() {
    return pause(DOUBLINGS_MAX + 1);
  }
}
