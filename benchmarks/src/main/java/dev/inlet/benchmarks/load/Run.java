package dev.inlet.benchmarks.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * What came of sending for a while.
 *
 * @param nanos how long each took
 * @param statuses how often each status was answered; 0 is no answer
 */
record Run(Duration time, Histogram nanos, Map<Integer, Long> statuses) {

  private static final long LONGEST = Duration.ofMinutes(5).toNanos();

  /** A connection's own count, so that no two wait for each other. */
  private record Share(Histogram nanos, Map<Integer, Long> statuses) {

    Share() {
      this(new Histogram(LONGEST, 3), new TreeMap<>());
    }

    void add(int status, long took) {
      statuses.merge(status, 1L, Long::sum);
      nanos.recordValue(Math.min(took, LONGEST));
    }
  }

  /** Each connection sends the next as soon as it has its answer: as many as go through. */
  static Run closed(List<Post> posts, int connections, Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    return of(
        connections,
        time,
        number -> {
          Share share = new Share();
          try (Wire wire = new Wire()) {
            int next = number;
            for (long now = System.nanoTime(); now < end; ) {
              int status = wire.send(posts.get(next % posts.size()));
              long after = System.nanoTime();
              share.add(status, after - now);
              now = after;
              next += connections;
            }
          }
          return share;
        });
  }

  /** Each once, in turn, over so many connections. */
  static Run once(List<Post> posts, int connections) throws InterruptedException {
    long begin = System.nanoTime();
    AtomicInteger turns = new AtomicInteger();
    Run run =
        of(
            connections,
            Duration.ZERO,
            _ -> {
              Share share = new Share();
              try (Wire wire = new Wire()) {
                for (int turn = turns.getAndIncrement();
                    turn < posts.size();
                    turn = turns.getAndIncrement()) {
                  long before = System.nanoTime();
                  int status = wire.send(posts.get(turn));
                  share.add(status, System.nanoTime() - before);
                }
              }
              return share;
            });
    return new Run(Duration.ofNanos(System.nanoTime() - begin), run.nanos(), run.statuses());
  }

  /**
   * So many a second, however long answers take. The time of each counts from when it was due:
   * nothing is left out because another one was slow, as long as there are connections.
   */
  static Run open(List<Post> posts, int perSecond, int connections, Duration time)
      throws InterruptedException {
    long begin = System.nanoTime();
    long count = perSecond * time.toMillis() / 1000;
    AtomicLong turns = new AtomicLong();
    return of(
        connections,
        time,
        _ -> {
          Share share = new Share();
          try (Wire wire = new Wire()) {
            for (long turn = turns.getAndIncrement();
                turn < count;
                turn = turns.getAndIncrement()) {
              long due = begin + turn * 1_000_000_000L / perSecond;
              for (long early = due - System.nanoTime();
                  early > 0;
                  early = due - System.nanoTime()) {
                LockSupport.parkNanos(early);
              }
              int status = wire.send(posts.get((int) (turn % posts.size())));
              share.add(status, System.nanoTime() - due);
            }
          }
          return share;
        });
  }

  private interface Connection {
    Share use(int number);
  }

  private static Run of(int connections, Duration time, Connection connection)
      throws InterruptedException {
    Histogram all = new Histogram(LONGEST, 3);
    Map<Integer, Long> statuses = new TreeMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Share>> work =
          IntStream.range(0, connections)
              .mapToObj(number -> (Callable<Share>) () -> connection.use(number))
              .toList();
      for (Future<Share> each : threads.invokeAll(work)) {
        Share share = each.get();
        all.add(share.nanos());
        share.statuses().forEach((status, count) -> statuses.merge(status, count, Long::sum));
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("A connection ended early", e);
    }
    return new Run(time, all, statuses);
  }

  Run and(Run other) {
    Histogram all = nanos.copy();
    all.add(other.nanos);
    Map<Integer, Long> both = new TreeMap<>(statuses);
    other.statuses.forEach((status, count) -> both.merge(status, count, Long::sum));
    return new Run(time.plus(other.time), all, both);
  }

  /** How many were answered 200 or 201. */
  long done() {
    return statuses.getOrDefault(200, 0L) + statuses.getOrDefault(201, 0L);
  }

  /** Whether each was answered 200. */
  boolean isAllDone() {
    return statuses.keySet().equals(Set.of(200));
  }

  double perSecond() {
    return done() * 1000.0 / time.toMillis();
  }

  double millis(double percentile) {
    return nanos.getValueAtPercentile(percentile) / 1e6;
  }
}
