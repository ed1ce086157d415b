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
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Hands out deliveries whose turn has come, each to one claimant only, on whichever node. */
@Singleton
@Requires(missingProperty = "inlet.is-command") // which has no time for others' deliveries
public class QueuedDeliveries {

  /** Of each organization those that are due the longest, however many wait. */
  private static final String DUE =
      """
      WITH RECURSIVE waiting AS (
        (SELECT organization_id FROM deliveries WHERE %1$s ORDER BY organization_id LIMIT 1)
        UNION ALL
        SELECT next.organization_id FROM waiting w
        CROSS JOIN LATERAL (
          SELECT organization_id FROM deliveries WHERE %1$s AND organization_id > w.organization_id
          ORDER BY organization_id LIMIT 1) next)
      SELECT due.* FROM waiting w
      CROSS JOIN LATERAL (
        SELECT organization_id, received_at, delivery_id, deadline_at FROM deliveries
        WHERE %1$s AND organization_id = w.organization_id AND deadline_at <= :now
        ORDER BY deadline_at LIMIT :max) due
      """
          .formatted("outcome = 'QUEUED' AND queue_place IS NULL");

  /**
   * The first of each webhook's line, however long the lines are; one that is worked on is still
   * the first.
   */
  private static final String DUE_IN_ORDER =
      """
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
      """
          .formatted(
              "queue_place IS NOT NULL AND outcome IN ('RECEIVED', 'QUEUED') AND outcome_before IS NULL");

  /**
   * Whose organization holds the least comes first, and no organization is given a place by which
   * it would hold more than is left then: of places that all want, one gets half, two get a third
   * each. What is chosen is looked at again when it is locked: it may have been another node's in
   * between.
   */
  private static final String CLAIM =
      """
      UPDATE deliveries d SET outcome = 'RECEIVED', deadline_at = :lease
      FROM (
        SELECT q.organization_id, q.received_at, q.delivery_id, q.deadline_at AS due_at
        FROM (SELECT *, row_number() OVER (ORDER BY would_hold, deadline_at) AS turn
              FROM (SELECT due.*, coalesce(h.places, 0)
                           + row_number() OVER (PARTITION BY due.organization_id ORDER BY due.deadline_at) AS would_hold
                    FROM (%s) due
                    LEFT JOIN unnest(:holders::uuid[], :places::integer[]) AS h (organization_id, places)
                      USING (organization_id)) shared) turns
        JOIN deliveries q ON q.organization_id = turns.organization_id AND q.received_at = turns.received_at
          AND q.delivery_id = turns.delivery_id
        WHERE turns.turn <= :max AND turns.would_hold <= :left - (turns.turn - 1) AND q.outcome = 'QUEUED' AND q.deadline_at <= :now
        FOR UPDATE OF q SKIP LOCKED) due
      WHERE d.organization_id = due.organization_id AND d.received_at = due.received_at
        AND d.delivery_id = due.delivery_id AND d.outcome = 'QUEUED'
      RETURNING d.organization_id, d.delivery_id, d.webhook_id, d.version_number, d.attempts_begun,
                d.retry_until, due.due_at, d.deadline_at AS lease
      """;

  private static final String CLAIM_DUE = CLAIM.formatted(DUE);
  private static final String CLAIM_IN_ORDER = CLAIM.formatted(DUE_IN_ORDER);

  private final Jdbi jdbi;
  private final Clock clock;

  QueuedDeliveries(@Named("journal") DataSource dataSource, Clock clock) {
    this.jdbi = Database.jdbi(dataSource);
    this.clock = clock;
  }

  /**
   * A claimant's places.
   *
   * @param left how many nobody holds
   * @param held how many each organization holds
   */
  public record Places(int left, Map<OrganizationId, Integer> held) {}

  /**
   * A queued delivery that is now the claimant's to work on.
   *
   * @param attempt the number of the attempt that begins
   * @param retryUntil until when it is tried again; null if never
   * @param dueAt since when it might have begun
   * @param lease until when it is the claimant's; after that it becomes UNKNOWN
   */
  public record Claimed(
      DeliveryKey key,
      WebhookId webhook,
      int version,
      int attempt,
      @Nullable Instant retryUntil,
      Instant dueAt,
      Instant lease) {}

  /**
   * Hands out those that wait for no other one: of each organization those that are due the
   * longest.
   *
   * @param max how many at most
   * @param places where they are to be worked on
   * @param life how long the claimant may take
   */
  public List<Claimed> claim(int max, Places places, Duration life) {
    return claim(CLAIM_DUE, max, places, life);
  }

  /** The same of those whose webhooks keep an order: of each webhook the first, or none. */
  public List<Claimed> claimInOrder(int max, Places places, Duration life) {
    return claim(CLAIM_IN_ORDER, max, places, life);
  }

  private List<Claimed> claim(String claim, int max, Places places, Duration life) {
    List<Map.Entry<OrganizationId, Integer>> holders = List.copyOf(places.held().entrySet());
    return jdbi.inTransaction(
        handle ->
            handle
                .createQuery(claim)
                .bind("lease", clock.instant().plus(life))
                .bind("now", clock.instant())
                .bind("max", max)
                .bind("left", places.left())
                .bindArray(
                    "holders",
                    UUID.class,
                    holders.stream().map(holder -> holder.getKey().value()).toList())
                .bindArray(
                    "places", Integer.class, holders.stream().map(Map.Entry::getValue).toList())
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
        DeliveryColumns.time(row, "due_at").orElseThrow(),
        DeliveryColumns.time(row, "lease").orElseThrow());
  }
}
