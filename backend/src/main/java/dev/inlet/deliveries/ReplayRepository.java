package dev.inlet.deliveries;

import dev.inlet.platform.database.Database;
import dev.inlet.webhooks.WebhookId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

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
                        SELECT d.webhook_id, w.name AS webhook_name, d.version_number, d.outcome, d.body, d.left_out,
                               d.body_is_partial, d.body_is_withheld, d.deadline_at, d.attempts_begun, d.replays_begun,
                               (SELECT count(*) FROM attempts a
                                WHERE a.organization_id = d.organization_id AND a.received_at = d.received_at
                                  AND a.delivery_id = d.delivery_id) AS attempts_ended,
                               ARRAY(SELECT DISTINCT a.version_number FROM attempts a
                                     WHERE a.organization_id = d.organization_id AND a.received_at = d.received_at
                                       AND a.delivery_id = d.delivery_id AND a.outcome = 'UNKNOWN') AS doubtful,
                               CASE WHEN w.deleted_at IS NULL THEN w.version_number END AS current_version
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
   * @return the number of the attempt that begins; empty if the delivery is not as it was found:
   *     somebody else replays it, or its truth came late
   */
  Optional<Integer> begin(
      Handle handle,
      DeliveryKey delivery,
      Outcome knownOutcome,
      Instant knownDeadline,
      Instant deadline) {
    return DeliveryQuery.keyed(
            handle.createQuery(
                """
                UPDATE deliveries
                SET outcome = 'RECEIVED', outcome_before = outcome, deadline_at = :deadline,
                    attempts_begun = attempts_begun + 1, replays_begun = replays_begun + 1
                WHERE organization_id = :organization AND received_at = :receivedAt AND delivery_id = :id
                  AND outcome = :outcome AND deadline_at = :knownDeadline
                RETURNING attempts_begun
                """),
            delivery)
        .bind("deadline", deadline)
        .bind("outcome", knownOutcome)
        .bind("knownDeadline", knownDeadline)
        .mapTo(Integer.class)
        .findOne();
  }

  private static Ended ended(DeliveryKey key, ResultSet row) throws SQLException {
    return new Ended(
        key,
        new WebhookId(row.getObject("webhook_id", UUID.class)),
        row.getString("webhook_name"),
        row.getInt("version_number"),
        row.getObject("current_version", Integer.class),
        Outcome.valueOf(row.getString("outcome")),
        row.getBytes("body"),
        row.getBoolean("body_is_partial"),
        row.getBoolean("body_is_withheld"),
        DeliveryColumns.leftOut(row),
        doubtful(row),
        DeliveryColumns.time(row, "deadline_at").orElseThrow());
  }

  /** An attempt that was interrupted left no row: its version is known if it was the first. */
  private static @Nullable Set<Integer> doubtful(ResultSet row) throws SQLException {
    Set<Integer> versions = new HashSet<>(List.of((Integer[]) row.getArray("doubtful").getArray()));
    if (row.getInt("attempts_begun") > row.getInt("attempts_ended")) {
      if (row.getInt("replays_begun") > 0) {
        return null;
      }
      versions.add(row.getInt("version_number"));
    }
    return versions;
  }
}
