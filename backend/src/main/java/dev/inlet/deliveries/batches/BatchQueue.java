package dev.inlet.deliveries.batches;

import dev.inlet.deliveries.DeliveryId;
import dev.inlet.deliveries.Outcome;
import dev.inlet.deliveries.ReplayProspect;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Hands out what is to be tried next, of the batches of all organizations. No node's life is
 * watched: a claim has an end, and after it another node sees to the delivery.
 */
@Singleton
@Requires(missingProperty = "inlet.is-command") // which has no time for batches
class BatchQueue {

  /**
   * Under way at once of one organization, on all nodes: few enough that deliveries which arrive
   * find places of its connection, and an iMIS that does not notice.
   */
  static final int OF_ORGANIZATION_MAX = 4;

  private static final String RETURNING =
      """
      RETURNING d.organization_id, d.batch_id, d.delivery_id, d.version_number, d.outcome_before, d.attempts_before,
                d.prospect, d.attempt, d.claims, d.claimed_until
      """;

  private static final String OF_KEY =
      """
      WHERE d.organization_id = due.organization_id AND d.batch_id = due.batch_id AND d.delivery_id = due.delivery_id
      """;

  /**
   * The oldest of the batch that was started first. Where places are few, each organization has one
   * before any has two.
   */
  private static final String CLAIM =
      """
      WITH running AS (
        SELECT o.organization_id,
               (SELECT count(*) FROM replay_batch_deliveries u
                WHERE u.organization_id = o.organization_id AND u.state = 'UNDER_WAY') AS under_way
        FROM (SELECT DISTINCT organization_id FROM replay_batches WHERE state = 'RUNNING') o),
      due AS MATERIALIZED (
        SELECT r.organization_id, n.batch_id, n.delivery_id
        FROM running r
        CROSS JOIN LATERAL (
          SELECT b.batch_id, w.delivery_id,
                 r.under_way + row_number() OVER (ORDER BY b.started_at, b.batch_id, w.delivery_id) AS place
          FROM replay_batches b
          CROSS JOIN LATERAL (
            SELECT delivery_id FROM replay_batch_deliveries
            WHERE organization_id = b.organization_id AND batch_id = b.batch_id AND state = 'WAITING' AND due_at <= :now
            ORDER BY delivery_id LIMIT %1$d FOR UPDATE SKIP LOCKED) w
          WHERE b.organization_id = r.organization_id AND b.state = 'RUNNING') n
        WHERE n.place <= %1$d
        ORDER BY n.place LIMIT :max)
      UPDATE replay_batch_deliveries d SET state = 'UNDER_WAY', claimed_until = :until, claims = d.claims + 1
      FROM due
      """
              .formatted(OF_ORGANIZATION_MAX)
          + OF_KEY
          + "AND d.state = 'WAITING'\n"
          + RETURNING;

  private static final String TAKE_OVER =
      """
      UPDATE replay_batch_deliveries d SET claimed_until = :until, claims = d.claims + 1
      FROM (SELECT u.organization_id, u.batch_id, u.delivery_id FROM replay_batch_deliveries u
            WHERE u.state = 'UNDER_WAY' AND u.claimed_until < :now
              AND EXISTS (SELECT FROM replay_batches b
                          WHERE b.organization_id = u.organization_id AND b.batch_id = u.batch_id)
            ORDER BY u.claimed_until LIMIT :max FOR UPDATE OF u SKIP LOCKED) due
      """
          + OF_KEY
          + RETURNING;

  private final Jdbi journal;
  private final Clock clock;

  BatchQueue(@Named("journal") DataSource dataSource, Clock clock) {
    this.journal = Database.jdbi(dataSource);
    this.clock = clock;
  }

  /** A claim of one organization's. */
  record Claimed(OrganizationId organization, Claim claim) {}

  /**
   * Claims deliveries, each for one claimant only: first those whose claimant died.
   *
   * @param life how long the claimant may take
   */
  List<Claimed> claim(int max, Duration life) {
    Instant now = clock.instant();
    return journal.inTransaction(
        handle -> {
          List<Claimed> claimed = new ArrayList<>(claim(handle, TAKE_OVER, now, life, max));
          // What is under way is counted by one at a time.
          if (claimed.size() < max && isAlone(handle)) {
            claimed.addAll(claim(handle, CLAIM, now, life, max - claimed.size()));
          }
          return claimed;
        });
  }

  private static List<Claimed> claim(
      Handle handle, String sql, Instant now, Duration life, int max) {
    return handle
        .createQuery(sql)
        .bind("now", now)
        .bind("until", now.plus(life))
        .bind("max", max)
        .map((row, context) -> claimed(row))
        .list();
  }

  private static boolean isAlone(Handle handle) {
    return handle
        .createQuery("SELECT pg_try_advisory_xact_lock(hashtext('claim_replay_batch_deliveries'))")
        .mapTo(Boolean.class)
        .one();
  }

  /**
   * Deletes a batch that is old enough, with its deliveries; false if there is none.
   *
   * @param planned how old one is that nobody started
   * @param any how old any other is
   */
  boolean forgetOne(Duration planned, Duration any) {
    Instant now = clock.instant();
    return journal.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    WITH old AS (
                      DELETE FROM replay_batches b
                      WHERE (b.organization_id, b.batch_id) IN (
                          SELECT organization_id, batch_id FROM replay_batches
                          WHERE created_at < :any OR (created_at < :planned AND state = 'PLANNED') LIMIT 1)
                        AND (b.created_at < :any OR b.state = 'PLANNED') -- still, once it is this one's turn
                      RETURNING organization_id, batch_id),
                    gone AS (
                      DELETE FROM replay_batch_deliveries d USING old
                      WHERE d.organization_id = old.organization_id AND d.batch_id = old.batch_id)
                    SELECT EXISTS (SELECT FROM old)
                    """)
                .bind("any", now.minus(any))
                .bind("planned", now.minus(planned))
                .mapTo(Boolean.class)
                .one());
  }

  private static Claimed claimed(ResultSet row) throws SQLException {
    return new Claimed(
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        new Claim(
            row.getObject("batch_id", UUID.class),
            new DeliveryId(row.getObject("delivery_id", UUID.class)),
            row.getInt("version_number"),
            Outcome.valueOf(row.getString("outcome_before")),
            row.getInt("attempts_before"),
            ReplayProspect.valueOf(row.getString("prospect")),
            row.getObject("attempt", Integer.class),
            row.getInt("claims"),
            row.getObject("claimed_until", OffsetDateTime.class).toInstant()));
  }
}
