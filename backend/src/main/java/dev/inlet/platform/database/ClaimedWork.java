package dev.inlet.platform.database;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work on rows that a node claims: never more than it has places for at once, so that what it
 * cannot begin with stays for the others.
 */
public final class ClaimedWork<T> {

  private static final Logger LOG = LoggerFactory.getLogger(ClaimedWork.class);

  private final String what;
  private final IntFunction<List<T>> claim;
  private final Consumer<T> work;
  private final Semaphore places;

  /**
   * Work of one kind.
   *
   * @param what the rows, as the log calls them
   * @param placesMax how many are worked on at once
   * @param claim hands out so many at most
   * @param work is done with each
   */
  public ClaimedWork(String what, int placesMax, IntFunction<List<T>> claim, Consumer<T> work) {
    this.what = what;
    this.claim = claim;
    this.work = work;
    this.places = new Semaphore(placesMax);
  }

  /** Claims what there are places for, and begins to work on it. */
  public void begin() {
    int free = places.drainPermits();
    List<T> claimed = free == 0 ? List.of() : claim(free);
    places.release(free - claimed.size());
    for (T each : claimed) {
      Thread.startVirtualThread(
          () -> {
            try {
              work.accept(each);
            } finally {
              places.release();
            }
          });
    }
  }

  private List<T> claim(int max) {
    try {
      return claim.apply(max);
    } catch (RuntimeException e) {
      LOG.warn("{} could not be claimed: {}", what, e.getMessage());
      return List.of();
    }
  }
}
