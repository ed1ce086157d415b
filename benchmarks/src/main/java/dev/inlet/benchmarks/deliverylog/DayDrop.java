package dev.inlet.benchmarks.deliverylog;

import dev.inlet.benchmarks.Node;
import dev.inlet.benchmarks.Postgres;
import dev.inlet.benchmarks.Times;
import dev.inlet.deliveries.DeliveryJournal;
import dev.inlet.deliveries.JournalException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** How long the oldest days take to be dropped, and what whoever writes feels of it. */
record DayDrop(Node node, Postgres postgres, Population population, int days) {

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  void measure(Report report) throws IOException, SQLException, InterruptedException {
    AtomicBoolean isOver = new AtomicBoolean();
    List<Duration> drops = new ArrayList<>();
    List<Duration> writes;
    int givenUp = 0;
    try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
      Future<List<Duration>> written = writer.submit(() -> write(isOver));
      try {
        for (int i = 0; i < days; i++) {
          while (!drop(drops)) {
            givenUp++;
          }
        }
      } finally {
        isOver.set(true);
      }
      writes = written.get();
    } catch (ExecutionException e) {
      throw new IOException("A delivery was not written", e.getCause());
    }
    report.section(
        "Dropping a day, while deliveries are written one after the other",
        "| Days | longest drop ms | given up and tried again | longest delivery meanwhile ms | its median ms |\n|--:|--:|--:|--:|--:|\n");
    Times meanwhile = new Times(writes);
    report.line(
        "| %d | %s | %d | %s | %s |"
            .formatted(
                drops.size(),
                Times.ms(new Times(drops).max()),
                givenUp,
                Times.ms(meanwhile.max()),
                Times.ms(meanwhile.percentile(50))));
  }

  /** As a node does, by the same function; false if something else held the day for a second. */
  private boolean drop(List<Duration> drops) throws SQLException {
    try (Connection connection = postgres.connect(DeliveryLog.FULL);
        Statement statement = connection.createStatement()) {
      long start = System.nanoTime();
      try (ResultSet dropped =
          statement.executeQuery("SELECT drop_delivery_partitions(current_date)")) {
        if (dropped.next() && dropped.getBoolean(1)) {
          drops.add(Duration.ofNanos(System.nanoTime() - start));
        }
        return true;
      }
    } catch (SQLException e) {
      if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  private List<Duration> write(AtomicBoolean isOver) throws JournalException {
    DeliveryJournal journal = node.bean(DeliveryJournal.class);
    List<Duration> times = new ArrayList<>();
    while (!isOver.get() || times.isEmpty()) {
      long start = System.nanoTime();
      InsertRate.writeOne(journal, population);
      times.add(Duration.ofNanos(System.nanoTime() - start));
    }
    return times;
  }
}
