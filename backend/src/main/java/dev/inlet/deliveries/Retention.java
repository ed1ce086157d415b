package dev.inlet.deliveries;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets deliveries that are kept no longer: days that nobody keeps are dropped whole; what an
 * organization gives up earlier is deleted a little at a time. What waits for its next attempt, or
 * is worked on, ends first.
 */
@Context // so that a node counts from its first moment on
@Requires(missingProperty = "inlet.is-command") // which has no time for others' deliveries
class Retention {

  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  /** Of one organization in one round, so that each has its turn. */
  private static final int BATCHES_MAX = 400;

  /** Days in which something waits are kept so much longer, but not as long as somebody likes. */
  private static final int WAITING_DAYS = 3;

  private final Jdbi journal;
  private final Database database;
  private final RetentionConfiguration installation;
  private final Clock clock;
  private final AtomicLong strayRows = new AtomicLong();

  Retention(
      @Named("journal") DataSource dataSource,
      Database database,
      RetentionConfiguration installation,
      MeterRegistry meters,
      Clock clock) {
    this.journal = Database.jdbi(dataSource);
    this.database = database;
    this.installation = installation;
    this.clock = clock;
    Gauge.builder("inlet.journal.stray.rows", strayRows, AtomicLong::get)
        .description("Rows of the journal that lie in no day's partition")
        .register(meters);
  }

  private record Kept(OrganizationId organization, int days) {}

  @Scheduled(fixedDelay = "1h", initialDelay = "2m")
  void forgetOld() {
    dropDays();
    shortened().forEach(this::forget);
    lookForStrayRows();
  }

  /**
   * What a reader holds up now is dropped an hour later: waiting for it would hold up everybody.
   */
  private void dropDays() {
    LocalDate kept =
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(installation.days());
    try {
      LocalDate first = isAnyUnfinishedBefore(kept) ? kept.minusDays(WAITING_DAYS) : kept;
      boolean isDropped;
      do {
        isDropped =
            journal.inTransaction(
                handle ->
                    handle
                        .createQuery("SELECT drop_delivery_partitions(:first)")
                        .bind("first", first)
                        .mapTo(Boolean.class)
                        .one());
      } while (isDropped);
    } catch (JdbiException e) {
      LOG.warn("A day before {} could not be dropped now", kept, e);
    }
  }

  private boolean isAnyUnfinishedBefore(LocalDate day) {
    return journal.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT EXISTS (SELECT FROM deliveries WHERE outcome IN ('RECEIVED', 'QUEUED') AND received_at < :day)
                    """)
                .bind("day", day.atStartOfDay(ZoneOffset.UTC).toInstant())
                .mapTo(Boolean.class)
                .one());
  }

  private List<Kept> shortened() {
    return journal.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT organization_id, days FROM delivery_retention WHERE days < :max")
                .bind("max", installation.days())
                .map(
                    (row, context) ->
                        new Kept(
                            new OrganizationId(row.getObject("organization_id", UUID.class)),
                            row.getInt("days")))
                .list());
  }

  private void forget(Kept kept) {
    Instant before = clock.instant().minus(Duration.ofDays(kept.days()));
    int batches = 0;
    try {
      while (batches < BATCHES_MAX && eraseSome(kept.organization(), before) > 0) {
        batches++;
      }
    } catch (JdbiException e) {
      LOG.warn("Old deliveries of {} could not be deleted now", kept.organization(), e);
    }
  }

  private int eraseSome(OrganizationId organization, Instant before) {
    return database.asEraser(
        organization,
        handle ->
            DeliveryEraser.eraseSome(
                handle, organization, before, Outcome.RECEIVED, Outcome.QUEUED));
  }

  private void lookForStrayRows() {
    long rows =
        journal.withHandle(
            handle -> handle.createQuery("SELECT stray_rows()").mapTo(Long.class).one());
    strayRows.set(rows);
    if (rows > 0) {
      LOG.error(
          "{} rows of the journal lie in no day: no partition was made in time for them", rows);
    }
  }
}
