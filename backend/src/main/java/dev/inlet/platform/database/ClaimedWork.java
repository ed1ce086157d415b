package dev.inlet.platform.database;

import dev.inlet.platform.time.Deadline;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
  private final int placesMax;
  private final IntFunction<List<T>> claim;
  private final Consumer<T> work;
  private final Semaphore places;
  private volatile boolean isEnding;

  /** {@link ClaimedWorks} makes those that the node ends. */
  ClaimedWork(String what, int placesMax, IntFunction<List<T>> claim, Consumer<T> work) {
    this.what = what;
    this.placesMax = placesMax;
    this.claim = claim;
    this.work = work;
    this.places = new Semaphore(placesMax);
  }

  /** Claims what there are places for, and begins to work on it. */
  public void begin() {
    begin(() -> {});
  }

  /** The same, and whenever something is done the next need not wait for the clock. */
  public void beginAndGoOn() {
    begin(this::beginAndGoOn);
  }

  private void begin(Runnable afterEach) {
    int free = places.drainPermits();
    List<T> claimed = free == 0 || isEnding ? List.of() : claim(free);
    places.release(free - claimed.size());
    for (T each : claimed) {
      Thread.startVirtualThread(
          () -> {
            try {
              work.accept(each);
            } finally {
              places.release();
            }
            afterEach.run();
          });
    }
  }

  private List<T> claim(int max) {
    try {
      return claim.apply(max);
    } catch (RuntimeException e) {
      LOG.warn("{} could not be claimed: {}", what, SqlState.of(e));
      return List.of();
    }
  }

  /** Claims nothing more from now on. */
  void end() {
    isEnding = true;
  }

  /** Waits for what is under way after {@link #end}; all of it holds a place. */
  void await(Deadline deadline) throws InterruptedException {
    if (places.tryAcquire(placesMax, deadline.remaining().toMillis(), TimeUnit.MILLISECONDS)) {
      places.release(placesMax); // whoever else waits for the same
    } else {
      LOG.warn("{} are under way still as the node ends; others will see to them", what);
    }
  }
}
