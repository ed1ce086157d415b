package dev.inlet.deliveries;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inlet.webhooks.schema.Violation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what the rows of deliveries and attempts have in common. */
final class DeliveryColumns {

  /** Not the one that reads requests: what strangers sent may contain what requests may not. */
  private static final ObjectMapper JSON = new ObjectMapper();

  private DeliveryColumns() {}

  /** While a replay is under way, a delivery's reason and error are still those of before. */
  static final String ENDED = "d.outcome NOT IN ('RECEIVED', 'QUEUED')";

  /** How a delivery ended without any replay. */
  static final String FIRST = ", d.first_outcome, d.first_reason";

  /** A row of what a list shows. */
  static DeliverySummary summary(ResultSet row) throws SQLException {
    return new DeliverySummary(
        row.getObject("delivery_id", UUID.class),
        time(row, "received_at").orElseThrow(),
        row.getObject("webhook_id", UUID.class),
        row.getString("webhook_name"),
        row.getInt("version_number"),
        Outcome.valueOf(row.getString("outcome")),
        reason(row),
        error(row),
        row.getObject("status_code", Integer.class),
        row.getString("record_id"),
        row.getString("source_address"),
        row.getInt("body_bytes"),
        time(row, "finished_at").orElse(null),
        row.getInt("replays_begun"),
        nextAttemptAt(row),
        firstViolation(row));
  }

  /** When the next attempt may begin that a delivery waits for; null if it waits for none. */
  static @Nullable Instant nextAttemptAt(ResultSet row) throws SQLException {
    return Outcome.valueOf(row.getString("outcome")) == Outcome.QUEUED
        ? time(row, "deadline_at").orElse(null)
        : null;
  }

  static @Nullable Outcome firstOutcome(ResultSet row) throws SQLException {
    String outcome = row.getString("first_outcome");
    return outcome == null ? null : Outcome.valueOf(outcome);
  }

  static @Nullable Reason reason(ResultSet row) throws SQLException {
    return isUnderWay(row) ? null : reason(row, "reason");
  }

  static @Nullable Reason reason(ResultSet row, String column) throws SQLException {
    String reason = row.getString(column);
    return reason == null ? null : Reason.valueOf(reason);
  }

  static @Nullable String error(ResultSet row) throws SQLException {
    return isUnderWay(row) ? null : row.getString("error");
  }

  private static boolean isUnderWay(ResultSet row) throws SQLException {
    return Outcome.valueOf(row.getString("outcome")).isUnderWay();
  }

  static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  static List<Violation> violations(ResultSet row) throws SQLException {
    String violations = row.getString("violations");
    return violations == null ? List.of() : read(violations, new TypeReference<>() {});
  }

  static @Nullable Violation firstViolation(ResultSet row) throws SQLException {
    String violation = row.getString("first_violation");
    return violation == null ? null : read(violation, new TypeReference<>() {});
  }

  static List<String> leftOut(ResultSet row) throws SQLException {
    String names = row.getString("left_out");
    return names == null ? List.of() : read(names, new TypeReference<>() {});
  }

  static Map<String, List<String>> headers(ResultSet row) throws SQLException {
    return read(row.getString("headers"), new TypeReference<>() {});
  }

  private static <T> T read(String text, TypeReference<T> type) {
    try {
      return JSON.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored delivery could not be read", e);
    }
  }
}
