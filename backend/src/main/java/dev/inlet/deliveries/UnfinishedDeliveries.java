package dev.inlet.deliveries;

import dev.inlet.platform.database.Database;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deliveries that somebody began and did not finish become UNKNOWN. No node's life is watched:
 * every delivery carries the time after which nobody works on it.
 */
@Singleton
@Requires(missingProperty = "inlet.is-command") // which has no time for others' deliveries
class UnfinishedDeliveries {

  private static final Logger LOG = LoggerFactory.getLogger(UnfinishedDeliveries.class);

  /** Clocks of nodes differ, and a finish may be late. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  static final String INTERRUPTED =
      "Inlet was interrupted while it worked on this delivery; the record may or may not be in iMIS.";

  private final Jdbi jdbi;
  private final DeliveryMeters meters;
  private final Clock clock;

  UnfinishedDeliveries(
      @Named("journal") DataSource dataSource, DeliveryMeters meters, Clock clock) {
    this.meters = meters;
    this.jdbi = Database.jdbi(dataSource);
    this.clock = clock;
  }

  @Scheduled(fixedDelay = "5s", initialDelay = "1s")
  void giveUpInterrupted() {
    int given =
        jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        UPDATE deliveries d
                        SET outcome = CASE outcome_before WHEN 'SUCCEEDED' THEN 'SUCCEEDED' ELSE 'UNKNOWN' END,
                            reason = CASE outcome_before WHEN 'SUCCEEDED' THEN NULL ELSE 'INTERRUPTED' END,
                            error = CASE outcome_before WHEN 'SUCCEEDED' THEN NULL ELSE :error END,
                            finished_at = coalesce(finished_at, :now), outcome_before = NULL,
                            first_reason = CASE WHEN first_outcome IS NULL THEN 'INTERRUPTED' ELSE first_reason END,
                            first_outcome = coalesce(first_outcome, 'UNKNOWN')
                        FROM (SELECT organization_id, received_at, delivery_id FROM deliveries
                              WHERE outcome = 'RECEIVED' AND deadline_at < :before
                              LIMIT 1000 FOR UPDATE SKIP LOCKED) due
                        WHERE d.organization_id = due.organization_id AND d.received_at = due.received_at
                          AND d.delivery_id = due.delivery_id
                        """)
                    .bind("error", INTERRUPTED)
                    .bind("now", clock.instant())
                    .bind("before", clock.instant().minus(GRACE))
                    .execute());
    if (given > 0) {
      meters.interrupted(given);
      LOG.warn(
          "{} deliveries were interrupted: they are UNKNOWN now, or SUCCEEDED if they had before",
          given);
    }
  }
}
