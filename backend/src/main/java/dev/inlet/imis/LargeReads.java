package dev.inlet.imis;

import dev.inlet.platform.time.Deadline;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How many large answers are in memory at once: one of each host, and a few of all. Of all clients
 * together, because a changed connection is a new client while the readings of the old one go on.
 */
final class LargeReads {

  private static final int AT_ONCE_MAX = 6;

  /** Hosts that share a place only wait for each other. */
  private static final int HOST_PLACES = 64;

  private final Semaphore all = new Semaphore(AT_ONCE_MAX, true);
  private final Semaphore[] hosts =
      Stream.generate(() -> new Semaphore(1, true)).limit(HOST_PLACES).toArray(Semaphore[]::new);

  /** Reads what is large. */
  @FunctionalInterface
  interface Reading<T> {
    T read() throws ImisException;
  }

  /**
   * Reads when there is room.
   *
   * @throws ImisException if there was none until the deadline, or the reading failed
   */
  <T> T read(String host, Deadline deadline, Reading<T> reading) throws ImisException {
    Semaphore ofHost = hosts[Math.floorMod(host.hashCode(), HOST_PLACES)];
    return within(ofHost, deadline, () -> within(all, deadline, reading));
  }

  private static <T> T within(Semaphore places, Deadline deadline, Reading<T> reading)
      throws ImisException {
    acquire(places, deadline);
    try {
      return reading.read();
    } finally {
      places.release();
    }
  }

  private static void acquire(Semaphore places, Deadline deadline) throws ImisException {
    try {
      if (places.tryAcquire(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw ImisException.of(ImisFailure.BUSY);
  }
}
