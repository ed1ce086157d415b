package dev.inlet.deliveries;

import dev.inlet.platform.database.Database;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the journal's partitions ahead of the days they are for. */
@Singleton
class Partitions {

  private static final Logger LOG = LoggerFactory.getLogger(Partitions.class);
  private static final int DAYS_BEHIND = 1;
  private static final int DAYS = 5;

  private final Jdbi jdbi;
  private final Clock clock;

  Partitions(@Named("journal") DataSource dataSource, Clock clock) {
    this.jdbi = Database.jdbi(dataSource);
    this.clock = clock;
  }

  /** What cannot be made now is made an hour later; until its day comes there are days left to. */
  @Scheduled(fixedDelay = "1h", initialDelay = "1h")
  void ensure() {
    LocalDate first = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(DAYS_BEHIND);
    try {
      jdbi.useHandle(
          handle ->
              handle
                  .createQuery("SELECT create_delivery_partitions(:first, :days)")
                  .bind("first", first)
                  .bind("days", DAYS)
                  .mapTo(Integer.class)
                  .one());
    } catch (JdbiException e) {
      LOG.error("The journal's partitions from {} on could not be made", first, e);
    }
  }
}
