package dev.inlet.deliveries;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.schema.Violation;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads the journal. */
@Singleton
public class DeliveryRepository {

  private static final String SUMMARY =
      """
      d.delivery_id, d.received_at, d.webhook_id, w.name AS webhook_name, d.version_number, d.outcome, d.reason,
      d.error, d.status_code, d.record_id, d.source_address, octet_length(d.body) AS body_bytes, d.finished_at
      """;

  private static final String FROM =
      """
      FROM deliveries d
      LEFT JOIN webhooks w ON w.organization_id = d.organization_id AND w.webhook_id = d.webhook_id
      WHERE d.organization_id = :organization
      """;

  /** Not the one that reads requests: what strangers sent may contain what requests may not. */
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Database database;

  DeliveryRepository(Database database) {
    this.database = database;
  }

  /** The newest deliveries first, from a point on. */
  List<DeliverySummary> list(OrganizationId organization, DeliveryFilter filter, int limit) {
    return database.inOrganization(
        organization,
        handle ->
            bound(handle, organization, filter)
                .bind("limit", limit)
                .map((row, context) -> summary(row))
                .list());
  }

  Optional<DeliveryResponse> find(DeliveryKey delivery) {
    return database.inOrganization(
        delivery.organization(),
        handle ->
            keyed(
                    handle.createQuery(
                        "SELECT "
                            + SUMMARY
                            + ", d.headers, d.body, d.body_is_partial, d.violations "
                            + FROM
                            + "AND d.received_at = :receivedAt AND d.delivery_id = :id"),
                    delivery)
                .map((row, context) -> response(row, attempts(handle, delivery)))
                .findOne());
  }

  /** The bytes that a delivery brought. */
  public Optional<byte[]> findBody(DeliveryKey delivery) {
    return database.inOrganization(
        delivery.organization(),
        handle ->
            keyed(
                    handle.createQuery(
                        """
                        SELECT body FROM deliveries
                        WHERE organization_id = :organization AND received_at = :receivedAt AND delivery_id = :id
                        """),
                    delivery)
                .mapTo(byte[].class)
                .findOne());
  }

  private static Query bound(Handle handle, OrganizationId organization, DeliveryFilter filter) {
    StringBuilder sql = new StringBuilder("SELECT ").append(SUMMARY).append(FROM);
    if (filter.webhook() != null) {
      sql.append("AND d.webhook_id = :webhook ");
    }
    if (filter.outcome() != null) {
      sql.append("AND d.outcome = :outcome ");
    }
    if (filter.from() != null) {
      sql.append("AND d.received_at >= :from ");
    }
    if (filter.to() != null) {
      sql.append("AND d.received_at < :to ");
    }
    if (filter.text() != null) {
      sql.append(
          "AND (d.delivery_id = CAST(:textAsId AS uuid) OR d.record_id = :text OR d.source_address = :text"
              + " OR position(:textBytes IN d.body) > 0) ");
    }
    if (filter.before() != null) {
      sql.append("AND (d.received_at, d.delivery_id) < (:beforeTime, :beforeId) ");
    }
    sql.append("ORDER BY d.received_at DESC, d.delivery_id DESC LIMIT :limit");
    Query query = handle.createQuery(sql).bind("organization", organization.value());
    bindFilter(query, filter);
    return query;
  }

  private static void bindFilter(Query query, DeliveryFilter filter) {
    if (filter.webhook() != null) {
      query.bind("webhook", filter.webhook());
    }
    if (filter.outcome() != null) {
      query.bind("outcome", filter.outcome());
    }
    if (filter.from() != null) {
      query.bind("from", filter.from());
    }
    if (filter.to() != null) {
      query.bind("to", filter.to());
    }
    if (filter.text() != null) {
      query
          .bind("text", filter.text())
          .bind("textAsId", uuid(filter.text()))
          .bind("textBytes", filter.text().getBytes(StandardCharsets.UTF_8));
    }
    if (filter.before() != null) {
      query
          .bind("beforeTime", filter.before().receivedAt())
          .bind("beforeId", filter.before().value());
    }
  }

  private static Query keyed(Query query, DeliveryKey delivery) {
    return query
        .bind("organization", delivery.organization().value())
        .bind("receivedAt", delivery.id().receivedAt())
        .bind("id", delivery.id().value());
  }

  private static List<AttemptResponse> attempts(Handle handle, DeliveryKey delivery) {
    return keyed(
            handle.createQuery(
                """
                SELECT number, outcome, reason, error, record_id, request, response_status, response, started_at,
                       finished_at
                FROM attempts
                WHERE organization_id = :organization AND received_at = :receivedAt AND delivery_id = :id
                ORDER BY number
                """),
            delivery)
        .map((row, context) -> attempt(row))
        .list();
  }

  private static DeliveryResponse response(ResultSet row, List<AttemptResponse> attempts)
      throws SQLException {
    byte[] body = row.getBytes("body");
    String violations = row.getString("violations");
    return new DeliveryResponse(
        summary(row),
        read(row.getString("headers"), new TypeReference<Map<String, List<String>>>() {}),
        DeliveryBody.of(body, row.getBoolean("body_is_partial")),
        violations == null ? List.of() : read(violations, new TypeReference<List<Violation>>() {}),
        attempts);
  }

  private static DeliverySummary summary(ResultSet row) throws SQLException {
    return new DeliverySummary(
        row.getObject("delivery_id", UUID.class),
        time(row, "received_at").orElseThrow(),
        row.getObject("webhook_id", UUID.class),
        row.getString("webhook_name"),
        row.getInt("version_number"),
        Outcome.valueOf(row.getString("outcome")),
        reason(row),
        row.getString("error"),
        row.getObject("status_code", Integer.class),
        row.getString("record_id"),
        row.getString("source_address"),
        row.getInt("body_bytes"),
        time(row, "finished_at").orElse(null));
  }

  private static AttemptResponse attempt(ResultSet row) throws SQLException {
    return new AttemptResponse(
        row.getInt("number"),
        Outcome.valueOf(row.getString("outcome")),
        reason(row),
        row.getString("error"),
        row.getString("record_id"),
        row.getString("request"),
        row.getObject("response_status", Integer.class),
        row.getString("response"),
        time(row, "started_at").orElseThrow(),
        time(row, "finished_at").orElseThrow());
  }

  private static @Nullable Reason reason(ResultSet row) throws SQLException {
    String reason = row.getString("reason");
    return reason == null ? null : Reason.valueOf(reason);
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static @Nullable UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static <T> T read(String text, TypeReference<T> type) {
    try {
      return JSON.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored delivery could not be read", e);
    }
  }
}
