package dev.inlet.deliveries;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** What waits of one organization, as far as a node knows: what was counted, and taken since. */
final class Backlog {

  /** So many times as long as a count took nobody counts again: it is not free. */
  private static final int PAUSE_TO_COUNT = 50;

  private final AtomicInteger taken = new AtomicInteger();
  private volatile int counted;
  private volatile long restsUntil = System.nanoTime();

  int size() {
    return counted + taken.get();
  }

  void add() {
    taken.incrementAndGet();
  }

  boolean mayBeCounted() {
    return System.nanoTime() - restsUntil >= 0;
  }

  /**
   * Counts anew. What is taken meanwhile is added; what was taken before is not, even if the count
   * fails: else one that fails for long would refuse whom nothing waits of.
   */
  void count(IntSupplier count) {
    int before = taken.get();
    long begin = System.nanoTime();
    try {
      counted = count.getAsInt();
    } finally {
      taken.addAndGet(-before);
      long end = System.nanoTime();
      restsUntil = end + Duration.ofNanos(end - begin).multipliedBy(PAUSE_TO_COUNT).toNanos();
    }
  }
}
