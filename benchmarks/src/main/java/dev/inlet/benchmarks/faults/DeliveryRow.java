package dev.inlet.benchmarks.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inlet.benchmarks.Postgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery, as the journal tells it in the end.
 *
 * @param number of what was sent; 0 if it did not come whole
 * @param origin the delivery that it is a duplicate of; empty if it is none
 * @param work when it was worked on the last time, at the longest
 */
record DeliveryRow(String delivery, long number, String outcome, String origin, Span work) {

  /**
   * An attempt that was written down says when it was. One that was not began when the delivery
   * came, or was claimed with a lease of 40 s, and ended after the webhook's 10 s and the 5 s that
   * its outcome is tried to be written.
   */
  private static final String ALL =
      """
      SELECT delivery_id, body, outcome, origin, begun_at, coalesce(finished_at, begun_at + interval '15 s')
      FROM (
        SELECT d.delivery_id, CASE WHEN NOT d.body_is_partial THEN d.body END AS body, d.outcome,
          coalesce(d.duplicate_of::text, '') AS origin, a.finished_at,
          coalesce(a.started_at, CASE WHEN d.retry_until IS NULL THEN d.received_at
                                 ELSE greatest(d.received_at, d.deadline_at - interval '40 s') END) AS begun_at
        FROM deliveries d
        LEFT JOIN attempts a ON a.organization_id = d.organization_id AND a.received_at = d.received_at
          AND a.delivery_id = d.delivery_id AND a.number = d.attempts_begun) d""";

  private static final ObjectMapper JSON = new ObjectMapper();

  boolean is(String wanted) {
    return outcome.equals(wanted);
  }

  /** All of them. */
  static List<DeliveryRow> all(Postgres postgres) throws SQLException, IOException {
    List<DeliveryRow> rows = new ArrayList<>();
    try (Connection connection = postgres.connect(Faults.DATABASE);
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(ALL)) {
      while (found.next()) {
        rows.add(
            new DeliveryRow(
                found.getString(1),
                number(found.getBytes(2)),
                found.getString(3),
                found.getString(4),
                new Span(found.getTimestamp(5).toInstant(), found.getTimestamp(6).toInstant())));
      }
    }
    return rows;
  }

  private static long number(byte @Nullable [] body) throws IOException {
    return body == null || body.length == 0 ? 0 : JSON.readTree(body).get("number").asLong();
  }
}
