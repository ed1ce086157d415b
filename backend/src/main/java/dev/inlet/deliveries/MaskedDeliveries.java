package dev.inlet.deliveries;

import dev.inlet.platform.database.SupportDatabase;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads the deliveries of all organizations, without anything that may quote a payload. */
@Singleton
public class MaskedDeliveries {

  private final SupportDatabase database;
  private final Clock clock;

  MaskedDeliveries(SupportDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Deliveries from a start on, in the order of that start. Of a filter, what it says of payloads
   * is not looked for: that would tell what they hold.
   *
   * @param organization null for those of all
   */
  public List<MaskedDeliverySummary> list(
      @Nullable OrganizationId organization, DeliveryFilter filter, PageStart start, int limit) {
    return HeavyReads.inTime(
        DeliveryRepository.TOO_LONG,
        () ->
            database.read(
                handle ->
                    DeliveryQuery.MASKED.list(
                        handle,
                        DeliveryParts.masked(handle, organization, filter, start, clock.instant()),
                        limit,
                        (row, context) -> summary(row))));
  }

  /**
   * How many deliveries there are, or about how many.
   *
   * @param organization null for those of all
   */
  public DeliveryCount count(@Nullable OrganizationId organization, DeliveryFilter filter) {
    Instant now = clock.instant();
    return HeavyReads.inTime(
        DeliveryRepository.TOO_LONG,
        () ->
            database.read(
                handle ->
                    new DeliveryTally(
                            handle,
                            DeliveryQuery.MASKED,
                            DeliveryParts.masked(
                                handle, organization, filter, PageStart.NEWEST, now),
                            now)
                        .count()));
  }

  public Optional<MaskedDelivery> find(DeliveryKey delivery) {
    return database.read(
        handle ->
            DeliveryQuery.MASKED
                .one(handle, delivery, DeliveryColumns.FIRST + ", d.validation_ms, d.duplicate_of")
                .map(
                    (row, context) ->
                        new MaskedDelivery(
                            summary(row),
                            true,
                            DeliveryColumns.firstOutcome(row),
                            DeliveryColumns.reason(row, "first_reason"),
                            row.getObject("validation_ms", Integer.class),
                            row.getObject("duplicate_of", UUID.class),
                            attempts(handle, delivery)))
                .findOne());
  }

  private static List<MaskedDelivery.Attempt> attempts(Handle handle, DeliveryKey delivery) {
    return DeliveryQuery.keyed(
            handle.createQuery(
                """
                SELECT number, version_number, started_by, outcome, reason, record_id, response_status, started_at,
                       finished_at, %s
                FROM attempts
                WHERE organization_id = :organization AND received_at = :receivedAt AND delivery_id = :id
                ORDER BY number
                """
                    .formatted(AttemptDurations.COLUMNS)),
            delivery)
        .map((row, context) -> attempt(row))
        .list();
  }

  private static MaskedDeliverySummary summary(ResultSet row) throws SQLException {
    return new MaskedDeliverySummary(
        row.getObject("organization_id", UUID.class),
        row.getString("organization_name"),
        row.getObject("delivery_id", UUID.class),
        DeliveryColumns.time(row, "received_at").orElseThrow(),
        row.getObject("webhook_id", UUID.class),
        row.getString("webhook_name"),
        row.getInt("version_number"),
        Outcome.valueOf(row.getString("outcome")),
        DeliveryColumns.reason(row),
        row.getObject("status_code", Integer.class),
        row.getString("record_id"),
        row.getString("source_address"),
        row.getInt("body_bytes"),
        row.getBoolean("body_is_partial"),
        DeliveryColumns.time(row, "finished_at").orElse(null),
        row.getInt("replays_begun"),
        DeliveryColumns.nextAttemptAt(row));
  }

  private static MaskedDelivery.Attempt attempt(ResultSet row) throws SQLException {
    return new MaskedDelivery.Attempt(
        row.getInt("number"),
        row.getInt("version_number"),
        row.getString("started_by") != null,
        row.getString("started_by"),
        Outcome.valueOf(row.getString("outcome")),
        DeliveryColumns.reason(row),
        row.getString("record_id"),
        row.getObject("response_status", Integer.class),
        DeliveryColumns.time(row, "started_at").orElseThrow(),
        DeliveryColumns.time(row, "finished_at").orElseThrow(),
        AttemptDurations.of(row));
  }
}
