package dev.inlet.deliveries;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.database.SqlState;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds up what the end of each delivery left to be counted. One node at a time does, and none has
 * to: what is not added up yet is read beside the counts.
 */
@Singleton
@Requires(missingProperty = "inlet.is-command") // which has no time for others' deliveries
class CountWorker {

  private static final Logger LOG = LoggerFactory.getLogger(CountWorker.class);
  private static final int CHANGES_MAX = 10_000;
  private static final int CHANGES_MIN = 100;

  private final Jdbi jdbi;
  private final Clock clock;

  /** How many are added up at once: twice as many after each time that went well. */
  private volatile int changes = CHANGES_MAX;

  CountWorker(@Named("journal") DataSource dataSource, Clock clock) {
    this.jdbi = Database.jdbi(dataSource);
    this.clock = clock;
  }

  /** What cannot be added up in time is added up in smaller portions, until it can. */
  @Scheduled(fixedDelay = "2s", initialDelay = "2s")
  void addUp() {
    int asked;
    int moved;
    do {
      asked = changes;
      moved = addUp(asked);
    } while (moved == asked);
  }

  private int addUp(int max) {
    try {
      int moved =
          jdbi.inTransaction(
              handle ->
                  handle
                      .createQuery("SELECT add_up_deliveries(:max)")
                      .bind("max", max)
                      .mapTo(Integer.class)
                      .one());
      changes = Math.min(CHANGES_MAX, max * 2);
      return moved;
    } catch (JdbiException e) {
      changes = Math.max(CHANGES_MIN, max / 2);
      LOG.warn("{} changes could not be added up, next are {}: {}", max, changes, SqlState.of(e));
      return 0;
    }
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
