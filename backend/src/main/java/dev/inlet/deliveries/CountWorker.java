package dev.inlet.deliveries;

import dev.inlet.platform.database.Database;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * Adds up what the end of each delivery left to be counted. One node at a time does, and none has
 * to: what is not added up yet is read beside the counts.
 */
@Singleton
@Requires(missingProperty = "inlet.is-command") // which has no time for others' deliveries
class CountWorker {

  private static final int CHANGES_MAX = 10_000;

  private final Jdbi jdbi;
  private final Clock clock;

  CountWorker(@Named("journal") DataSource dataSource, Clock clock) {
    this.jdbi = Database.jdbi(dataSource);
    this.clock = clock;
  }

  @Scheduled(fixedDelay = "2s", initialDelay = "2s")
  void addUp() {
    int moved;
    do {
      moved =
          jdbi.inTransaction(
              handle ->
                  handle
                      .createQuery("SELECT add_up_deliveries(:max)")
                      .bind("max", CHANGES_MAX)
                      .mapTo(Integer.class)
                      .one());
    } while (moved == CHANGES_MAX);
  }

  /** What is counted finely is counted coarsely, too, and that is kept. */
  @Scheduled(fixedDelay = "1h", initialDelay = "10m")
  void forgetOld() {
    Instant now = clock.instant();
    Arrays.stream(Resolution.values()).forEach(resolution -> forget(resolution, now));
  }

  private void forget(Resolution resolution, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "DELETE FROM delivery_counts WHERE resolution = :resolution AND starts_at < :before")
                .bind("resolution", resolution)
                // An hour more than anybody looks back: the clocks of nodes differ.
                .bind("before", resolution.keptSince(now).minus(Resolution.HOUR.length()))
                .execute());
  }
}
