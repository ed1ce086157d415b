package dev.inlet.deliveries;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.database.SqlState;
import io.micronaut.context.annotation.Requires;
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

/**
 * Puts what deliveries are found by into its index, a second's worth at once. One node at a time
 * does, and none has to: what waits is found too, one after the other, and PostgreSQL puts it in by
 * itself when it is a lot.
 */
@Singleton
@Requires(missingProperty = "inlet.is-command") // which has no time for others' deliveries
class TermsWorker {

  private static final Logger LOG = LoggerFactory.getLogger(TermsWorker.class);

  /** Of those there may be entries still: nodes' clocks differ. */
  private static final int DAYS_BEHIND = 1;

  private final Jdbi jdbi;
  private final Clock clock;

  TermsWorker(@Named("journal") DataSource dataSource, Clock clock) {
    this.jdbi = Database.jdbi(dataSource);
    this.clock = clock;
  }

  /** What broke off goes on the next time: each page is put in for good. */
  @Scheduled(fixedDelay = "1s", initialDelay = "1s")
  void merge() {
    LocalDate first = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(DAYS_BEHIND);
    try {
      jdbi.useHandle(
          handle ->
              handle
                  .createQuery("SELECT merge_delivery_terms(:first)")
                  .bind("first", first)
                  .mapTo(Long.class)
                  .one());
    } catch (JdbiException e) {
      LOG.warn("What deliveries are found by could not be put into its index: {}", SqlState.of(e));
    }
  }
}
