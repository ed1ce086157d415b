package dev.inlet.imis;

import dev.inlet.platform.time.SpokenTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Whether one connection's iMIS is there. After some outages in a row nothing is sent for a while,
 * and whoever calls is told at once; then one call at a time finds out. Whatever iMIS answers shows
 * that it is there, be it a refusal.
 */
final class Circuit {

  private static final int OUTAGES_MAX = 5;
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int DOUBLINGS_MAX = 4; // that is more than a minute

  private final Clock clock;
  private final RandomGenerator random;
  private final Runnable opened;
  private final ReentrantLock lock = new ReentrantLock();
  private int outages;
  private int tries;
  private @Nullable Instant silentSince;

  /** When it may be tried again; null while calls are let through. */
  private @Nullable Instant probeAt;

  private @Nullable Passage probe;

  /**
   * @param opened told each time that calls are let through no more
   */
  Circuit(Clock clock, RandomGenerator random, Runnable opened) {
    this.clock = clock;
    this.random = random;
    this.opened = opened;
  }

  /**
   * Lets a call pass.
   *
   * @throws ImisException if iMIS does not answer these days, or somebody is about to find out
   */
  Passage enter() throws ImisException {
    lock.lock();
    try {
      requirePassable();
      Passage passage = new Passage(false);
      if (probeAt != null) {
        probe = passage;
      }
      return passage;
    } finally {
      lock.unlock();
    }
  }

  /** Lets a call pass whatever is known: a person wants to know it now. */
  Passage enterAnyway() {
    return new Passage(true);
  }

  /**
   * Asks whether a call would pass.
   *
   * @throws ImisException if it would not
   */
  void check() throws ImisException {
    lock.lock();
    try {
      requirePassable();
    } finally {
      lock.unlock();
    }
  }

  /** Whether calls are let through no more, but for one at a time that finds out. */
  boolean isOpen() {
    lock.lock();
    try {
      return probeAt != null;
    } finally {
      lock.unlock();
    }
  }

  private void requirePassable() throws ImisException {
    if (probeAt != null && (probe != null || clock.instant().isBefore(probeAt))) {
      throw notAnswering();
    }
  }

  private ImisException notAnswering() {
    Instant now = clock.instant();
    return new ImisException(
        ImisFailure.UNAVAILABLE,
        "iMIS has not been answering since %s; nothing was sent."
            .formatted(SpokenTime.past(Objects.requireNonNullElse(silentSince, now), now)),
        null);
  }

  private void open() {
    long whole = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(tries, DOUBLINGS_MAX));
    tries++;
    // Somewhat less by chance, so that nodes do not ask together.
    long wait = whole - random.nextLong(whole / 5 + 1);
    probeAt = clock.instant().plusMillis(wait);
  }

  /** One call's leave to pass. Closed without a finding, it leaves open what it would have been. */
  final class Passage implements AutoCloseable {

    private final boolean isForced;

    private Passage(boolean isForced) {
      this.isForced = isForced;
    }

    /**
     * After a wait, in which others may have found out that iMIS does not answer.
     *
     * @throws ImisException if they did
     */
    void recheck() throws ImisException {
      lock.lock();
      try {
        if (probeAt != null && probe != this && !isForced) {
          throw notAnswering();
        }
      } finally {
        lock.unlock();
      }
    }

    void answered() {
      lock.lock();
      try {
        outages = 0;
        tries = 0;
        silentSince = null;
        probeAt = null;
        probe = null;
      } finally {
        lock.unlock();
      }
    }

    /** Of those that were under way when nothing was let through any more, none prolongs that. */
    void silent() {
      lock.lock();
      try {
        outages++;
        silentSince = Objects.requireNonNullElseGet(silentSince, clock::instant);
        if (probe == this) {
          open();
        } else if (probeAt == null && outages >= OUTAGES_MAX) {
          open();
          opened.run();
        }
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void close() {
      lock.lock();
      try {
        if (probe == this) {
          probe = null;
        }
      } finally {
        lock.unlock();
      }
    }
  }
}
