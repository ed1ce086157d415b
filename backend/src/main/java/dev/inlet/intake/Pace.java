package dev.inlet.intake;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When a node looks for what is due. A look costs look-ups in each day that is kept, for each
 * organization that waits: it is not done for nothing, nor for most of the time.
 */
final class Pace {

  /** For what other nodes leave, and what waits for its time. */
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

  /** A pause is at least so many times as long as the look before it took. */
  private static final int PAUSE_TO_LOOK = 4;

  private final LongSupplier nanos;
  private volatile boolean isWanted = true;
  private long lookEnded;
  private long lookTook;

  /**
   * Begins with a look.
   *
   * @param nanos the monotonic clock, as {@link System#nanoTime}
   */
  Pace(LongSupplier nanos) {
    this.nanos = nanos;
    this.lookEnded = nanos.getAsLong();
  }

  /** Something may be due. From any thread. */
  void want() {
    isWanted = true;
  }

  /** Looks if it is time to. For one thread. */
  void lookIfTime(Runnable look) {
    long begin = nanos.getAsLong();
    if (isTime(begin - lookEnded)) {
      isWanted = false; // what comes from now on may be overlooked
      look.run();
      lookEnded = nanos.getAsLong();
      lookTook = lookEnded - begin;
    }
  }

  private boolean isTime(long paused) {
    return paused >= LONGEST_PAUSE.toNanos() || (isWanted && paused >= PAUSE_TO_LOOK * lookTook);
  }
}
