package dev.inlet.imis;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.inlet.platform.time.Deadline;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many large answers are in memory at once: one of each host, and a few of all. Of all clients
 * together, because a changed connection is a new client while the readings of the old one go on.
 */
final class LargeReads {

  static final int AT_ONCE_MAX = 12;

  /** Whoever would wait behind so many others is told at once instead. */
  private static final int WAITING_MAX = 20;

  private final Semaphore all = new Semaphore(AT_ONCE_MAX, true);

  /** Kept as long as somebody reads or waits. */
  private final LoadingCache<String, Semaphore> hosts =
      Caffeine.newBuilder().weakValues().build(host -> new Semaphore(1, true));

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
    Semaphore ofHost = hosts.get(host);
    if (ofHost.getQueueLength() >= WAITING_MAX) {
      throw ImisException.of(ImisFailure.BUSY);
    }
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
