package dev.inlet.deliveries;

import dev.inlet.platform.database.Database;
import dev.inlet.webhooks.WebhookId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Deliveries that are put under way again. */
@Singleton
class ReplayRepository {

  private final Database database;

  ReplayRepository(Database database) {
    this.database = database;
  }

  Optional<Ended> find(DeliveryKey delivery) {
    return database.inOrganization(
        delivery.organization(),
        handle ->
            DeliveryQuery.keyed(
                    handle.createQuery(
                        """
                        SELECT d.webhook_id, w.name AS webhook_name, d.version_number, d.outcome, d.reason, d.error,
                               d.violations, d.record_id, d.body, d.body_is_partial, d.deadline_at, d.finished_at,
                               (SELECT coalesce(max(a.number), 0) FROM attempts a
                                WHERE a.organization_id = d.organization_id AND a.received_at = d.received_at
                                  AND a.delivery_id = d.delivery_id) AS attempts
                        FROM deliveries d
                        LEFT JOIN webhooks w
                          ON w.organization_id = d.organization_id AND w.webhook_id = d.webhook_id
                        WHERE d.organization_id = :organization AND d.received_at = :receivedAt
                          AND d.delivery_id = :id
                        """),
                    delivery)
                .map((row, context) -> ended(delivery, row))
                .findOne());
  }

  /**
   * Puts a delivery under way again, within a transaction for its organization.
   *
   * @param deadline when nobody works on it any more
   * @return false if it is not as it was found: somebody else replays it, or its truth came late
   */
  boolean begin(
      Handle handle,
      DeliveryKey delivery,
      Outcome knownOutcome,
      Instant knownDeadline,
      Instant deadline) {
    return DeliveryQuery.keyed(
                handle.createUpdate(
                    """
                    UPDATE deliveries
                    SET outcome = 'RECEIVED', outcome_before = outcome, reason = NULL, error = NULL,
                        deadline_at = :deadline
                    WHERE organization_id = :organization AND received_at = :receivedAt AND delivery_id = :id
                      AND outcome = :outcome AND deadline_at = :knownDeadline
                    """),
                delivery)
            .bind("deadline", deadline)
            .bind("outcome", knownOutcome)
            .bind("knownDeadline", knownDeadline)
            .execute()
        == 1;
  }

  private static Ended ended(DeliveryKey key, ResultSet row) throws SQLException {
    Outcome outcome = Outcome.valueOf(row.getString("outcome"));
    return new Ended(
        key,
        new WebhookId(row.getObject("webhook_id", UUID.class)),
        row.getString("webhook_name"),
        row.getInt("version_number"),
        outcome,
        DeliveryColumns.reason(row),
        row.getString("error"),
        DeliveryColumns.violations(row),
        row.getString("record_id"),
        row.getBytes("body"),
        row.getBoolean("body_is_partial"),
        // One that was begun and interrupted left no attempt behind.
        Math.max(row.getInt("attempts"), outcome == Outcome.REJECTED ? 0 : 1),
        DeliveryColumns.time(row, "deadline_at").orElseThrow(),
        DeliveryColumns.time(row, "finished_at").orElse(null));
  }
}
