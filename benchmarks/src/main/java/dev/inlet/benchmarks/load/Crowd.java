package dev.inlet.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Thousands of connections, each of which sends again as soon as it has its answer, so that it has
 * a delivery in flight all the time.
 */
final class Crowd {

  /** As who is told to come again later. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private static final long LONGEST = Duration.ofMinutes(5).toNanos();

  private final List<Post> posts;
  private final List<Thread> members = new ArrayList<>();
  private final Histogram nanos = new ConcurrentHistogram(LONGEST, 3);
  private final ConcurrentMap<Integer, LongAdder> statuses = new ConcurrentHashMap<>();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger inFlightMax = new AtomicInteger();
  private volatile boolean isOver;

  Crowd(List<Post> posts) {
    this.posts = posts;
  }

  /** Has so many begin, evenly over some time, and comes back when all have. */
  void gather(int connections, Duration ramp) throws InterruptedException {
    long begin = System.nanoTime();
    for (int i = 0; i < connections; i++) {
      long early = begin + ramp.toNanos() * i / connections - System.nanoTime();
      if (early > 0) {
        Thread.sleep(Duration.ofNanos(early));
      }
      Post post = posts.get(i % posts.size());
      members.add(Thread.startVirtualThread(() -> sendAgain(post)));
    }
  }

  private void sendAgain(Post post) {
    try (Wire wire = new Wire()) {
      while (!isOver) {
        if (send(wire, post) != 200) {
          LockSupport.parkNanos(PAUSE.toNanos());
        }
      }
    }
  }

  private int send(Wire wire, Post post) {
    long before = System.nanoTime();
    inFlightMax.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
    int status = wire.send(post);
    inFlight.decrementAndGet();
    nanos.recordValue(Math.min(System.nanoTime() - before, LONGEST));
    statuses.computeIfAbsent(status, _ -> new LongAdder()).increment();
    return status;
  }

  /** Lets each have its answer and go. */
  void disperse() throws InterruptedException {
    isOver = true;
    for (Thread member : members) {
      member.join();
    }
  }

  /** How many were sent and not answered at the same time, at most. */
  int inFlightMax() {
    return inFlightMax.get();
  }

  /** What came of it, of all that were answered by now. */
  Run run(Duration time) {
    Map<Integer, Long> counts = new TreeMap<>();
    statuses.forEach((status, count) -> counts.put(status, count.sum()));
    return new Run(time, nanos.copy(), counts);
  }
}
