package dev.inlet.deliveries;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits in groups: whatever arrived while the last commit ran goes into the next one. Two
 * writers, so that one gathers while the other commits. An entry that PostgreSQL refuses fails
 * alone: its group is written again one by one, so that nobody's strange bytes cost anybody else a
 * delivery.
 */
@Singleton
class JournalWriter {

  private static final Logger LOG = LoggerFactory.getLogger(JournalWriter.class);
  private static final int WRITERS = 2;
  private static final int GROUP_MAX = 256;
  private static final int WAITING_MAX = 20_000;

  private final DataSource dataSource;
  private final JournalStatements statements;
  private final BlockingQueue<Pending> waiting = new LinkedBlockingQueue<>(WAITING_MAX);
  private final List<Thread> writers;
  private volatile boolean isOpen = true;

  JournalWriter(
      @Named("journal") DataSource dataSource,
      JournalStatements statements,
      Partitions partitions) {
    this.dataSource = dataSource;
    this.statements = statements;
    partitions.ensure();
    this.writers =
        IntStream.range(0, WRITERS)
            .mapToObj(i -> Thread.ofVirtual().name("journal-" + i).start(this::run))
            .toList();
  }

  private record Pending(JournalEntry entry, CompletableFuture<Void> written) {}

  /** Completes when the entry is durable, or exceptionally when it is not known to be. */
  CompletableFuture<Void> write(JournalEntry entry) {
    CompletableFuture<Void> written = new CompletableFuture<>();
    if (!isOpen || !waiting.offer(new Pending(entry, written))) {
      written.completeExceptionally(new RejectedExecutionException("The journal takes no more"));
    }
    return written;
  }

  private void run() {
    while (isOpen || !waiting.isEmpty()) {
      try {
        write(nextGroup());
      } catch (InterruptedException e) {
        // Woken to see whether the journal is still open.
      } catch (RuntimeException e) {
        LOG.error("A group of journal entries failed unexpectedly", e);
      }
    }
  }

  private List<Pending> nextGroup() throws InterruptedException {
    List<Pending> group = new ArrayList<>();
    group.add(isOpen ? waiting.take() : waiting.remove());
    waiting.drainTo(group, GROUP_MAX - 1);
    group.removeIf(pending -> pending.written().isDone());
    return group;
  }

  private void write(List<Pending> group) {
    if (group.isEmpty()) {
      return;
    }
    try {
      commit(group);
      group.forEach(pending -> pending.written().complete(null));
    } catch (SQLException e) {
      if (group.size() > 1 && isAboutOneEntry(e)) {
        group.forEach(pending -> write(List.of(pending)));
      } else {
        SQLException plain = withoutValues(e);
        LOG.error("{} journal entries could not be written", group.size(), plain);
        group.forEach(pending -> pending.written().completeExceptionally(plain));
      }
    } catch (RuntimeException e) {
      group.forEach(pending -> pending.written().completeExceptionally(e));
      throw e;
    }
  }

  private void commit(List<Pending> group) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        statements.execute(connection, group.stream().map(Pending::entry).toList());
        connection.commit();
      } catch (SQLException e) {
        rollback(connection, e);
        throw e;
      }
    }
  }

  private static void rollback(Connection connection, SQLException reason) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  /**
   * Data errors (class 22) and violated constraints (class 23) are an entry's own; all else is
   * everybody's.
   */
  private static boolean isAboutOneEntry(SQLException e) {
    String state = root(e).getSQLState() == null ? "" : root(e).getSQLState();
    return state.startsWith("22") || state.startsWith("23");
  }

  /** A failed batch quotes the row that failed, payload and all; that must not reach a log. */
  private static SQLException withoutValues(SQLException e) {
    return new SQLException(root(e).getMessage(), root(e).getSQLState());
  }

  private static SQLException root(SQLException e) {
    SQLException root = e;
    while (root.getNextException() != null) {
      root = root.getNextException();
    }
    return root;
  }

  /** Takes no more and writes what it has. */
  @PreDestroy
  void close() throws InterruptedException {
    isOpen = false;
    for (Thread writer : writers) {
      writer.interrupt();
      writer.join(10_000);
    }
  }
}
