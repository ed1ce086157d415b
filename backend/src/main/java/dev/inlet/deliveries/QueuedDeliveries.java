package dev.inlet.deliveries;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.WebhookId;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Hands out deliveries whose turn has come, each to one claimant only, on whichever node. */
@Singleton
@Requires(missingProperty = "inlet.is-command") // which has no time for others' deliveries
public class QueuedDeliveries {

  private static final String DUE =
      """
      SELECT organization_id, received_at, delivery_id, deadline_at AS due_at FROM deliveries
      WHERE outcome = 'QUEUED' AND queue_place IS NULL AND deadline_at <= :now
      ORDER BY deadline_at LIMIT :max FOR UPDATE SKIP LOCKED
      """;

  /**
   * The first of each webhook's line, however long the lines are; one that is worked on is still
   * the first. Looked at again when it is locked: it may have been another node's in between.
   */
  private static final String DUE_IN_ORDER =
      """
      SELECT q.organization_id, q.received_at, q.delivery_id, q.deadline_at AS due_at FROM (
        WITH RECURSIVE lines AS (
          (SELECT organization_id, webhook_id FROM deliveries WHERE %1$s
           ORDER BY organization_id, webhook_id LIMIT 1)
          UNION ALL
          SELECT next.organization_id, next.webhook_id FROM lines l
          CROSS JOIN LATERAL (
            SELECT organization_id, webhook_id FROM deliveries
            WHERE %1$s AND (organization_id, webhook_id) > (l.organization_id, l.webhook_id)
            ORDER BY organization_id, webhook_id LIMIT 1) next)
        SELECT first.* FROM lines l
        CROSS JOIN LATERAL (
          SELECT organization_id, received_at, delivery_id, outcome, deadline_at FROM deliveries
          WHERE %1$s AND organization_id = l.organization_id AND webhook_id = l.webhook_id
          ORDER BY queue_place LIMIT 1) first
        WHERE first.outcome = 'QUEUED' AND first.deadline_at <= :now
        ORDER BY first.deadline_at LIMIT :max) first
      JOIN deliveries q ON q.organization_id = first.organization_id AND q.received_at = first.received_at
        AND q.delivery_id = first.delivery_id
      WHERE q.outcome = 'QUEUED' AND q.deadline_at <= :now
      FOR UPDATE OF q SKIP LOCKED
      """
          .formatted(
              "queue_place IS NOT NULL AND outcome IN ('RECEIVED', 'QUEUED') AND outcome_before IS NULL");

  private final Jdbi jdbi;
  private final Clock clock;

  QueuedDeliveries(@Named("journal") DataSource dataSource, Clock clock) {
    this.jdbi = Database.jdbi(dataSource);
    this.clock = clock;
  }

  /**
   * A queued delivery that is now the claimant's to work on.
   *
   * @param attempt the number of the attempt that begins
   * @param retryUntil until when it is tried again; null if never
   * @param dueAt since when it might have begun
   */
  public record Claimed(
      DeliveryKey key,
      WebhookId webhook,
      int version,
      int attempt,
      @Nullable Instant retryUntil,
      Instant dueAt) {}

  /**
   * Hands out those that wait for no other one, the longest due first.
   *
   * @param life how long the claimant may take; after that the delivery becomes UNKNOWN
   */
  public List<Claimed> claim(int max, Duration life) {
    return claim(DUE, max, life);
  }

  /** The same of those whose webhooks keep an order: of each webhook the first, or none. */
  public List<Claimed> claimInOrder(int max, Duration life) {
    return claim(DUE_IN_ORDER, max, life);
  }

  private List<Claimed> claim(String due, int max, Duration life) {
    return jdbi.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    UPDATE deliveries d SET outcome = 'RECEIVED', deadline_at = :deadline
                    FROM (%s) due
                    WHERE d.organization_id = due.organization_id AND d.received_at = due.received_at
                      AND d.delivery_id = due.delivery_id AND d.outcome = 'QUEUED'
                    RETURNING d.organization_id, d.delivery_id, d.webhook_id, d.version_number, d.attempts_begun,
                              d.retry_until, due.due_at
                    """
                        .formatted(due))
                .bind("deadline", clock.instant().plus(life))
                .bind("now", clock.instant())
                .bind("max", max)
                .map((row, context) -> claimed(row))
                .list());
  }

  private static Claimed claimed(ResultSet row) throws SQLException {
    DeliveryKey key =
        new DeliveryKey(
            new OrganizationId(row.getObject("organization_id", UUID.class)),
            new DeliveryId(row.getObject("delivery_id", UUID.class)));
    return new Claimed(
        key,
        new WebhookId(row.getObject("webhook_id", UUID.class)),
        row.getInt("version_number"),
        row.getInt("attempts_begun"),
        DeliveryColumns.time(row, "retry_until").orElse(null),
        DeliveryColumns.time(row, "due_at").orElseThrow());
  }
}
