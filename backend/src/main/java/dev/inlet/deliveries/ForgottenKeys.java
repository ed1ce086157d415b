package dev.inlet.deliveries;

import dev.inlet.platform.database.Database;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Forgets idempotency keys that nobody holds any more, a few at a time. */
@Singleton
@Requires(missingProperty = "inlet.is-command") // which is gone before there is anything to forget
class ForgottenKeys {

  private static final int AT_ONCE = 5_000;
  private static final int BATCHES_MAX = 100;

  /** Clocks of nodes differ: none forgets what another one still knows. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  private final Jdbi jdbi;
  private final Clock clock;

  ForgottenKeys(@Named("journal") DataSource dataSource, Clock clock) {
    this.jdbi = Database.jdbi(dataSource);
    this.clock = clock;
  }

  @Scheduled(fixedDelay = "1m", initialDelay = "1m")
  void forget() {
    Instant before = clock.instant().minus(GRACE);
    int batches = 0;
    while (batches < BATCHES_MAX && forgetSome(before) == AT_ONCE) {
      batches++;
    }
  }

  /** What somebody claims at this moment is skipped: it will be held again. */
  private int forgetSome(Instant before) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    DELETE FROM idempotency_keys
                    WHERE ctid = ANY (ARRAY (SELECT ctid FROM idempotency_keys WHERE held_until < :before
                                             ORDER BY held_until LIMIT :max FOR UPDATE SKIP LOCKED))
                      AND held_until < :before
                    """)
                .bind("before", before)
                .bind("max", AT_ONCE)
                .execute());
  }
}
