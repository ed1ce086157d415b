package dev.inlet.deliveries;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes entries in groups: whatever arrived while the last group was written goes into the next
 * one. Two writers take turns, because two small groups cost nearly twice as much as one; where a
 * turn takes long, be it that there is a lot to write or that its commit hangs, the other one goes
 * ahead beside it.
 */
@Singleton
class JournalWriter {

  private static final Logger LOG = LoggerFactory.getLogger(JournalWriter.class);
  private static final int WRITERS = 2;
  private static final int GROUP_MAX = 256;

  /** A group is in memory several times while it is written, here and there. */
  private static final long GROUP_BYTES_MAX = 4 * 1024 * 1024;

  static final int WAITING_MAX = 20_000;

  /** Whoever would wait for longer than this is told so before they begin. */
  static final Duration BEHIND_AFTER = Duration.ofSeconds(2);

  /** How long a writer may write alone. */
  private static final Duration TURN = Duration.ofMillis(2);

  private static final Duration IDLE = Duration.ofMillis(100);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

  private final GroupCommit commit;
  private final JournalMeters meters;
  private final Duration turnMax;
  private final BlockingQueue<Pending> waiting = new LinkedBlockingQueue<>(WAITING_MAX);
  private final Semaphore turn = new Semaphore(1, true);
  private final List<Thread> writers;
  private volatile boolean isOpen = true;

  @Inject
  JournalWriter(
      @Named("journal-writer") DataSource dataSource,
      JournalStatements statements,
      Partitions partitions,
      MeterRegistry meters) {
    this(dataSource, statements, partitions, meters, TURN);
  }

  JournalWriter(
      DataSource dataSource,
      JournalStatements statements,
      Partitions partitions,
      MeterRegistry meters,
      Duration turn) {
    this.meters = new JournalMeters(meters, this);
    this.commit = new GroupCommit(dataSource, statements, this::write, this.meters::failed);
    this.turnMax = turn;
    partitions.ensure();
    this.writers =
        IntStream.range(0, WRITERS)
            .mapToObj(i -> Thread.ofPlatform().daemon().name("journal-" + i).start(this::run))
            .toList();
  }

  /** Whether the entry whose turn is next has waited for too long, or too many wait. */
  boolean isBehind() {
    Pending next = waiting.peek();
    return next != null
        && (System.nanoTime() - next.since() > BEHIND_AFTER.toNanos()
            || waiting.size() > WAITING_MAX / 2);
  }

  /** How many entries wait. */
  int waiting() {
    return waiting.size();
  }

  /** How long the entry whose turn is next has waited. */
  Duration age() {
    Pending next = waiting.peek();
    return next == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - next.since());
  }

  Pending write(JournalEntry entry) {
    Pending pending = new Pending(entry);
    boolean isTaken = isOpen && waiting.offer(pending);
    if (!isTaken) {
      pending
          .written()
          .completeExceptionally(new RejectedExecutionException("The journal takes no more"));
    }
    return pending;
  }

  private void run() {
    while (isOpen || !waiting.isEmpty()) {
      List<Pending> group = new ArrayList<>();
      try {
        Pending first = waiting.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
          group.add(first);
          writeInTurn(group);
        }
      } catch (Throwable e) {
        // Whatever it is, nobody may wait for ever, and the next group has its turn.
        LOG.error("{} journal entries failed unexpectedly", group.size(), e);
        group.forEach(pending -> pending.written().completeExceptionally(e));
      }
    }
  }

  /** Whatever came until it was this one's turn is written with it. */
  private void writeInTurn(List<Pending> group) throws InterruptedException {
    boolean isItsTurn = turn.tryAcquire(turnMax.toNanos(), TimeUnit.NANOSECONDS);
    try {
      gather(group);
      write(group, true);
    } finally {
      if (isItsTurn) {
        turn.release();
      }
    }
  }

  private void gather(List<Pending> group) {
    long bytes = group.getFirst().entry().bytes();
    while (group.size() < GROUP_MAX && bytes < GROUP_BYTES_MAX) {
      Pending next = waiting.poll();
      if (next == null) {
        return;
      }
      group.add(next);
      bytes += next.entry().bytes();
    }
  }

  void write(List<Pending> group, boolean mayTryAgain) {
    long start = System.nanoTime();
    commit.write(group, mayTryAgain);
    meters.written(group.size(), System.nanoTime() - start);
  }

  /**
   * Takes no more and writes what it has. Not by interrupting: that would break the commit it waits
   * for.
   */
  @PreDestroy
  void close() throws InterruptedException {
    isOpen = false;
    for (Thread writer : writers) {
      writer.join(CLOSE_TIMEOUT);
    }
  }
}
