package dev.inlet.deliveries;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Makes the journal's partitions ahead of the days they are for. */
@Singleton
class Partitions {

  private static final int DAYS_BEHIND = 1;
  private static final int DAYS = 5;

  private final Jdbi jdbi;
  private final Clock clock;

  Partitions(@Named("journal") DataSource dataSource, Clock clock) {
    this.jdbi = Jdbi.create(dataSource);
    this.clock = clock;
  }

  @Scheduled(fixedDelay = "1h", initialDelay = "1h")
  void ensure() {
    LocalDate first = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(DAYS_BEHIND);
    jdbi.useHandle(
        handle ->
            handle
                .createQuery("SELECT create_delivery_partitions(:first, :days)")
                .bind("first", first)
                .bind("days", DAYS)
                .mapTo(Integer.class)
                .one());
  }
}
