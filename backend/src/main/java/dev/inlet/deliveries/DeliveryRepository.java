package dev.inlet.deliveries;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.schema.Violation;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads the journal. */
@Singleton
public class DeliveryRepository {

  private static final String PAYLOAD =
      ", d.headers, d.body, d.left_out, d.body_is_withheld, d.violations, d.answered_error, d.validation_ms, d.duplicate_of"
          + DeliveryColumns.FIRST;

  private static final int BATCH_ROWS = 100;
  private static final int BATCH_BYTES = 4 * 1024 * 1024;

  static final String TOO_LONG =
      "There are too many deliveries to search through at once. Choose a shorter period.";

  private final Database database;
  private final HeavyReads heavyReads;
  private final DeliveryMasks masks;
  private final Clock clock;

  DeliveryRepository(Database database, HeavyReads heavyReads, DeliveryMasks masks, Clock clock) {
    this.database = database;
    this.heavyReads = heavyReads;
    this.masks = masks;
    this.clock = clock;
  }

  /** A page of an organization's deliveries, masked. */
  DeliveryPage<DeliverySummary> page(
      OrganizationId organization, DeliveryFilter filter, PageStart start, int size) {
    return search(
            organization,
            filter,
            handle -> {
              DeliveryParts parts =
                  DeliveryParts.of(handle, organization, filter, start, clock.instant());
              List<DeliverySummary> found =
                  DeliveryQuery.WHOLE.list(
                      handle, parts, size + 1, (row, context) -> DeliveryColumns.summary(row));
              return DeliveryPage.of(found, size, start, DeliverySummary::id)
                  .searched(parts.areWhole());
            })
        .with(found -> masks.masked(organization, found));
  }

  /**
   * How many deliveries there are, or about how many.
   *
   * @throws ProblemException if there is too much to be looked through
   */
  DeliveryCount count(OrganizationId organization, DeliveryFilter filter) {
    Instant now = clock.instant();
    return search(
        organization,
        filter,
        handle ->
            new DeliveryTally(
                    handle,
                    DeliveryQuery.WHOLE,
                    DeliveryParts.of(handle, organization, filter, PageStart.NEWEST, now),
                    now)
                .count());
  }

  private <T> T search(
      OrganizationId organization, DeliveryFilter filter, Function<Handle, T> read) {
    Supplier<T> whole = () -> database.inOrganization(organization, read);
    return DeliverySearch.isLight(filter)
        ? HeavyReads.inTime(TOO_LONG, whole)
        : heavyReads.run(organization, TOO_LONG, whole);
  }

  /** A delivery with all that is known of it, masked. */
  Optional<DeliveryResponse> find(DeliveryKey delivery) {
    OrganizationId organization = delivery.organization();
    return database
        .inOrganization(organization, handle -> findUnmasked(handle, delivery))
        .map(found -> masks.masked(organization, found));
  }

  /** A delivery as it is stored, within a transaction for its organization. */
  Optional<DeliveryResponse> findUnmasked(Handle handle, DeliveryKey delivery) {
    return DeliveryQuery.WHOLE
        .one(handle, delivery, PAYLOAD)
        .map((row, context) -> response(row, attempts(handle, delivery)))
        .findOne();
  }

  /**
   * The next deliveries as they are stored, nothing masked, the oldest first: so many that their
   * bodies fit well into memory, and one at least if there is one.
   *
   * @param after the last one read before
   * @param until none that was received then or later
   */
  List<DeliveryResponse> listAfter(OrganizationId organization, DeliveryId after, Instant until) {
    return database.inOrganization(
        organization,
        handle ->
            lastOfBatch(handle, organization, after, until)
                .map(last -> between(handle, organization, after, last))
                .orElse(List.of()));
  }

  private static Optional<DeliveryId> lastOfBatch(
      Handle handle, OrganizationId organization, DeliveryId after, Instant until) {
    return handle
        .createQuery(
            """
            SELECT delivery_id FROM (
              SELECT received_at, delivery_id,
                     sum(body_bytes) OVER (ORDER BY received_at, delivery_id) - body_bytes AS bytes_before
              FROM (SELECT received_at, delivery_id, body_bytes FROM deliveries
                    WHERE organization_id = :organization AND received_at >= :afterTime AND received_at < :until
                      AND (received_at, delivery_id) > (:afterTime, :afterId)
                    ORDER BY received_at, delivery_id LIMIT :rows) next) counted
            WHERE bytes_before < :bytes ORDER BY received_at DESC, delivery_id DESC LIMIT 1
            """)
        .bind("organization", organization.value())
        .bind("afterTime", after.receivedAt())
        .bind("afterId", after.value())
        .bind("until", until)
        .bind("rows", BATCH_ROWS)
        .bind("bytes", BATCH_BYTES)
        .mapTo(UUID.class)
        .map(DeliveryId::new)
        .findOne();
  }

  private static List<DeliveryResponse> between(
      Handle handle, OrganizationId organization, DeliveryId after, DeliveryId last) {
    return DeliveryQuery.WHOLE
        .between(handle, organization, after, last, PAYLOAD)
        .map((row, context) -> response(row, attempts(handle, key(organization, row))))
        .list();
  }

  /** As much of a delivery's body as is stored. */
  public Optional<byte[]> findBody(DeliveryKey delivery) {
    return database.inOrganization(
        delivery.organization(),
        handle ->
            DeliveryQuery.keyed(
                    handle.createQuery(
                        """
                        SELECT body FROM deliveries
                        WHERE organization_id = :organization AND received_at = :receivedAt AND delivery_id = :id
                        """),
                    delivery)
                .mapTo(byte[].class)
                .findOne());
  }

  private static List<AttemptResponse> attempts(Handle handle, DeliveryKey delivery) {
    return DeliveryQuery.keyed(
            handle.createQuery(
                """
                SELECT number, version_number, started_by, outcome, reason, error, record_id, exchange,
                       request, response, response_status, started_at, finished_at, %s
                FROM attempts
                WHERE organization_id = :organization AND received_at = :receivedAt AND delivery_id = :id
                ORDER BY number
                """
                    .formatted(AttemptDurations.COLUMNS)),
            delivery)
        .map((row, context) -> attempt(row))
        .list();
  }

  private static DeliveryKey key(OrganizationId organization, ResultSet row) throws SQLException {
    return new DeliveryKey(organization, new DeliveryId(row.getObject("delivery_id", UUID.class)));
  }

  private static DeliveryResponse response(ResultSet row, List<AttemptResponse> attempts)
      throws SQLException {
    byte[] body = row.getBytes("body");
    DeliverySummary summary = DeliveryColumns.summary(row);
    List<Violation> violations = DeliveryColumns.violations(row);
    return new DeliveryResponse(
        summary,
        DeliveryColumns.headers(row),
        DeliveryBody.of(body, row.getBoolean("body_is_partial")),
        DeliveryColumns.leftOut(row),
        row.getBoolean("body_is_withheld"),
        List.of(),
        DeliveryColumns.firstOutcome(row),
        DeliveryColumns.reason(row, "first_reason"),
        violations,
        row.getObject("validation_ms", Integer.class),
        CallerAnswer.of(summary.statusCode(), violations, answeredError(row, attempts)),
        row.getObject("duplicate_of", UUID.class),
        attempts);
  }

  private static @Nullable String answeredError(ResultSet row, List<AttemptResponse> attempts)
      throws SQLException {
    String answered = row.getString("answered_error");
    return answered != null
        ? answered
        : attempts.stream()
            .filter(attempt -> !attempt.isReplay())
            .findFirst()
            .map(AttemptResponse::error)
            .orElse(null);
  }

  private static AttemptResponse attempt(ResultSet row) throws SQLException {
    StoredExchange exchange = exchange(row);
    return new AttemptResponse(
        row.getInt("number"),
        row.getInt("version_number"),
        row.getString("started_by") != null,
        row.getString("started_by"),
        Outcome.valueOf(row.getString("outcome")),
        DeliveryColumns.reason(row),
        DeliveryColumns.error(row),
        row.getString("record_id"),
        exchange.request(),
        row.getObject("response_status", Integer.class),
        exchange.response(),
        DeliveryColumns.time(row, "started_at").orElseThrow(),
        DeliveryColumns.time(row, "finished_at").orElseThrow(),
        AttemptDurations.of(row));
  }

  /** Attempts of before there was such a column have two others. */
  private static StoredExchange exchange(ResultSet row) throws SQLException {
    byte[] deflated = row.getBytes("exchange");
    return deflated == null
        ? new StoredExchange(row.getString("request"), row.getString("response"))
        : StoredExchange.inflated(deflated);
  }
}
