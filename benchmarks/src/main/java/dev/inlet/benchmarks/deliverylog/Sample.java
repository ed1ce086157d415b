package dev.inlet.benchmarks.deliverylog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inlet.benchmarks.Postgres;
import dev.inlet.platform.tenancy.OrganizationId;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A delivery that is there, and what it can be looked for by. */
record Sample(
    UUID id,
    UUID organization,
    UUID webhook,
    Instant receivedAt,
    String source,
    @Nullable String recordId,
    String member,
    String rareWord) {

  private static final int MAX = 2_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Deliveries from all over the log, in no order; the same in each run on the same rows. */
  static List<Sample> of(Postgres postgres, String database, @Nullable OrganizationId organization)
      throws SQLException, IOException {
    List<Sample> samples = new ArrayList<>();
    try (Connection connection = postgres.connect(database);
        PreparedStatement statement =
            connection.prepareStatement(
                """
                SELECT delivery_id, organization_id, webhook_id, received_at, source_address, record_id, body
                FROM deliveries TABLESAMPLE SYSTEM (?) REPEATABLE (1)
                WHERE (?::uuid IS NULL OR organization_id = ?::uuid)
                """)) {
      UUID id = organization == null ? null : organization.value();
      statement.setDouble(1, percent(connection));
      statement.setObject(2, id);
      statement.setObject(3, id);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          samples.add(of(rows));
        }
      }
    }
    Collections.shuffle(samples, new Random(1));
    return samples.subList(0, Math.min(MAX, samples.size()));
  }

  private static double percent(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT sum(c.reltuples) FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid"
                    + " WHERE i.inhparent = 'deliveries'::regclass AND c.reltuples > 0");
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return Math.min(100, 100.0 * 10 * MAX / rows.getDouble(1));
    }
  }

  private static Sample of(ResultSet row) throws SQLException, IOException {
    JsonNode body = JSON.readTree(row.getBytes("body"));
    return new Sample(
        row.getObject("delivery_id", UUID.class),
        row.getObject("organization_id", UUID.class),
        row.getObject("webhook_id", UUID.class),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getString("source_address"),
        row.getString("record_id"),
        body.get("memberId").asText(),
        body.get("note").asText().split(" ", -1)[3]);
  }
}
