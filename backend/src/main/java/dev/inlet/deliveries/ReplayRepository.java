package dev.inlet.deliveries;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.OrganizationId;
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

  private static final ReplayEnd INTERRUPTED = new ReplayEnd(Outcome.UNKNOWN, Reason.INTERRUPTED);

  private final Database database;
  private final HeavyReads heavyReads;

  ReplayRepository(Database database, HeavyReads heavyReads) {
    this.database = database;
    this.heavyReads = heavyReads;
  }

  Optional<Ended> find(DeliveryKey delivery) {
    return database.inOrganization(
        delivery.organization(),
        handle ->
            DeliveryQuery.ENDED
                .one(handle, delivery, ", d.body")
                .map((row, context) -> ended(delivery.organization(), row))
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

  /**
   * Deliveries that a filter means from a start on, the newest first: at most {@link
   * DeliveryStretches#ROWS}, and bodies of about {@link DeliveryStretches#BYTES}.
   */
  List<Ended> list(OrganizationId organization, DeliveryFilter filter, PageStart start) {
    return heavyReads.run(
        organization,
        DeliveryRepository.TOO_LONG,
        () ->
            database.inOrganization(
                organization,
                handle ->
                    DeliveryQuery.ENDED.atOnce(
                        handle,
                        DeliverySearch.of(handle, organization, filter),
                        start,
                        DeliveryStretches.ROWS,
                        DeliveryStretches.BYTES,
                        (row, context) -> ended(organization, row))));
  }

  /** How an attempt ended; empty while it is under way. */
  Optional<ReplayEnd> findEnd(DeliveryKey delivery, int number) {
    return database.inOrganization(
        delivery.organization(),
        handle ->
            DeliveryQuery.keyed(
                    handle.createQuery(
                        """
                        SELECT d.outcome, a.outcome AS tried, a.reason,
                               d.attempts_begun = :number AND d.outcome = 'RECEIVED' AS is_under_way
                        FROM deliveries d
                        LEFT JOIN attempts a
                          ON a.organization_id = d.organization_id AND a.received_at = d.received_at
                            AND a.delivery_id = d.delivery_id AND a.number = :number
                        WHERE d.organization_id = :organization AND d.received_at = :receivedAt
                          AND d.delivery_id = :id
                        """),
                    delivery)
                .bind("number", number)
                .map((row, context) -> end(row))
                .findOne()
                .orElse(Optional.of(INTERRUPTED)));
  }

  private static Optional<ReplayEnd> end(ResultSet row) throws SQLException {
    String tried = row.getString("tried");
    if (tried == null) {
      return row.getBoolean("is_under_way") ? Optional.empty() : Optional.of(INTERRUPTED);
    }
    Outcome end = Outcome.valueOf(tried);
    boolean isDoubtful =
        end == Outcome.FAILED && Outcome.valueOf(row.getString("outcome")) == Outcome.UNKNOWN;
    return Optional.of(
        new ReplayEnd(isDoubtful ? Outcome.UNKNOWN : end, DeliveryColumns.reason(row, "reason")));
  }

  private static Ended ended(OrganizationId organization, ResultSet row) throws SQLException {
    return new Ended(
        new DeliveryKey(organization, new DeliveryId(row.getObject("delivery_id", UUID.class))),
        new WebhookId(row.getObject("webhook_id", UUID.class)),
        row.getString("webhook_name"),
        row.getInt("version_number"),
        row.getObject("current_version", Integer.class),
        Outcome.valueOf(row.getString("outcome")),
        DeliveryColumns.reason(row, "reason"),
        row.getBytes("body"),
        row.getBoolean("body_is_partial"),
        row.getBoolean("body_is_withheld"),
        DeliveryColumns.leftOut(row),
        doubtful(row),
        row.getInt("attempts_begun"),
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
