package dev.inlet.benchmarks.faults;

import java.time.Duration;

/** How much was done, and for how long nothing was. */
final class Pulse {

  private long count;
  private long last = System.nanoTime();
  private long longest;

  /** Something was done. */
  synchronized void beat() {
    count++;
    pause();
    last = System.nanoTime();
  }

  /** From now on counts how long nothing is done. */
  synchronized void listen() {
    last = System.nanoTime();
    longest = 0;
  }

  synchronized long count() {
    return count;
  }

  /** The longest that nothing was done since it listens. */
  synchronized Duration longestPause() {
    pause();
    return Duration.ofNanos(longest);
  }

  private void pause() {
    longest = Math.max(longest, System.nanoTime() - last);
  }
}
