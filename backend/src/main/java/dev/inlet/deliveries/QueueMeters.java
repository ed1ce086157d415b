package dev.inlet.deliveries;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.database.SqlState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits in the queue of all nodes and organizations together; each node says the same. Asked
 * of PostgreSQL only where somebody may read it, and no more than matters.
 */
@Singleton
@Requires(property = "inlet.management.port")
@Requires(missingProperty = "inlet.is-command")
class QueueMeters {

  private static final Logger LOG = LoggerFactory.getLogger(QueueMeters.class);

  /** What waits beyond this makes no difference to whoever looks. */
  private static final int COUNTED_MAX = 100_000;

  /** Through the index of what is unfinished, of which nearly all is queued where much waits. */
  private static final String LOOK =
      """
      SELECT (SELECT count(*) FROM (
                SELECT FROM deliveries WHERE outcome = 'QUEUED' LIMIT :max) counted) AS waiting,
             (SELECT min(deadline_at) FROM deliveries WHERE outcome = 'QUEUED' AND deadline_at < :now) AS due
      """;

  private final Jdbi jdbi;
  private final Clock clock;
  private volatile Seen seen = Seen.UNKNOWN;

  /**
   * What was seen last; not numbers where it could not be.
   *
   * @param overdue how long the one that is due the longest has been
   */
  private record Seen(double waiting, double overdue) {
    static final Seen UNKNOWN = new Seen(Double.NaN, Double.NaN);
  }

  QueueMeters(@Named("journal") DataSource dataSource, MeterRegistry registry, Clock clock) {
    this.jdbi = Database.jdbi(dataSource);
    this.clock = clock;
    Gauge.builder("inlet.queue.waiting", this, meters -> meters.seen.waiting())
        .description("Queued deliveries of all organizations, on all nodes together")
        .register(registry);
    Gauge.builder("inlet.queue.overdue", this, meters -> meters.seen.overdue())
        .description("How long the queued delivery that is due the longest has been")
        .baseUnit("seconds")
        .register(registry);
  }

  @Scheduled(fixedDelay = "15s", initialDelay = "1s")
  void look() {
    try {
      seen = looked();
    } catch (JdbiException e) {
      seen = Seen.UNKNOWN;
      LOG.warn("What is queued could not be counted: {}", SqlState.of(e));
    }
  }

  private Seen looked() {
    Instant now = clock.instant();
    return jdbi.inTransaction(
        handle -> {
          handle.execute("SET LOCAL statement_timeout = '2s'");
          return handle
              .createQuery(LOOK)
              .bind("max", COUNTED_MAX)
              .bind("now", now)
              .map(
                  (row, context) ->
                      new Seen(
                          row.getInt("waiting"),
                          DeliveryColumns.time(row, "due")
                              .map(due -> Duration.between(due, now).toMillis() / 1e3)
                              .orElse(0.0)))
              .one();
        });
  }
}
