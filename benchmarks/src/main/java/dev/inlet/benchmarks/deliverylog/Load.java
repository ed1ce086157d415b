package dev.inlet.benchmarks.deliverylog;

import dev.inlet.benchmarks.Node;
import dev.inlet.benchmarks.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Fills the database, unless an earlier run did. */
record Load(Postgres postgres, Size size) {

  private static final int AT_ONCE = 2;

  /**
   * Makes sure that all is there.
   *
   * @param marker says what is
   */
  Population ensure(Path marker) throws SQLException, IOException, InterruptedException {
    if (postgres.has(DeliveryLog.FULL)
        && Files.exists(marker)
        && Files.readString(marker).equals(size.content())) {
      System.err.println("What an earlier run loaded is taken again");
      return Population.find(postgres, DeliveryLog.FULL);
    }
    Files.deleteIfExists(marker);
    postgres.create(DeliveryLog.FULL);
    Population population = create();
    loadDays(population);
    // Every table but the journal is as autovacuum would have left it.
    postgres.run(
        DeliveryLog.FULL,
        "VACUUM (ANALYZE) delivery_counts, organizations, webhooks, webhook_versions");
    postgres.run(DeliveryLog.FULL, "CHECKPOINT");
    Files.writeString(marker, size.content());
    return population;
  }

  private Population create() throws SQLException {
    try (Node node = Node.start(postgres, DeliveryLog.FULL)) {
      return Population.create(node, postgres, DeliveryLog.FULL, size.organizations());
    } finally {
      dropDays();
    }
  }

  /** The days that the node made for itself are made anew, full. */
  private void dropDays() throws SQLException {
    postgres.run(
        DeliveryLog.FULL,
        """
        DO $$
        BEGIN
          WHILE drop_delivery_partitions(current_date + 2) LOOP NULL; END LOOP;
        END $$
        """);
  }

  private void loadDays(Population population) throws IOException, InterruptedException {
    Instant now = Instant.now();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    List<Callable<Void>> days = new ArrayList<>();
    for (int i = size.days() - 1; i >= 0; i--) {
      LocalDate day = today.minusDays(i);
      days.add(
          () -> {
            new DayLoad(postgres, DeliveryLog.FULL, day).load(population, size.rowsOfDay(), now);
            System.err.println("Loaded " + day);
            return null;
          });
    }
    try (ExecutorService loaders = Executors.newFixedThreadPool(AT_ONCE)) {
      for (Future<Void> loaded : loaders.invokeAll(days)) {
        loaded.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("A day could not be loaded", e.getCause());
    }
  }
}
