package dev.inlet.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.testing.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What migrations make of deliveries that were written before them. */
class MigrationTest {

  private static final TestPostgres.Database DATABASE = TestPostgres.newDatabase("migrated");

  @Test
  void whatIsKnownOfEarlierDeliveriesIsKept() throws SQLException {
    migrateTo("13");
    bindOwner(false);
    delivery(1, "SUCCEEDED", null, null, 200, null);
    attempt(1, 1, "SUCCEEDED", null);
    delivery(2, "REJECTED", "SCHEMA_VIOLATED", null, 400, "[{\"path\":\"/a\"},{\"path\":\"/b\"}]");
    delivery(3, "SUCCEEDED", null, null, 500, null); // failed, then replayed
    attempt(3, 1, "FAILED", null);
    attempt(3, 2, "SUCCEEDED", "somebody@example.org");
    delivery(4, "SUCCEEDED", null, null, null, null); // interrupted, then replayed
    attempt(4, 2, "SUCCEEDED", "somebody@example.org");
    delivery(5, "REJECTED", "BODY_TOO_LARGE", "Too large.", 413, null);

    bindOwner(true);
    migrateTo("latest");
    bindOwner(false);

    assertThat(row(1)).isEqualTo("SUCCEEDED null, replays 0, null, null");
    assertThat(row(2)).isEqualTo("REJECTED SCHEMA_VIOLATED, replays 0, null, {\"path\":\"/a\"}");
    assertThat(row(3)).isEqualTo("FAILED REASON, replays 1, null, null");
    assertThat(row(4)).isEqualTo("UNKNOWN INTERRUPTED, replays 1, null, null");
    assertThat(row(5)).isEqualTo("REJECTED BODY_TOO_LARGE, replays 0, Too large., null");
  }

  /** Its own policies show the owner nothing, as in a real installation. */
  private static void bindOwner(boolean isBound) throws SQLException {
    String force = isBound ? "FORCE" : "NO FORCE";
    execute("ALTER TABLE deliveries %s ROW LEVEL SECURITY".formatted(force));
    execute("ALTER TABLE attempts %s ROW LEVEL SECURITY".formatted(force));
  }

  private static void migrateTo(String version) {
    Flyway.configure()
        .dataSource(DATABASE.url(), DATABASE.user(), DATABASE.password())
        .target(version)
        .load()
        .migrate();
  }

  private static void delivery(
      int id,
      String outcome,
      @Nullable String reason,
      @Nullable String error,
      @Nullable Integer status,
      @Nullable String violations)
      throws SQLException {
    execute(
        """
        INSERT INTO deliveries (organization_id, received_at, delivery_id, webhook_id, version_number, outcome, reason,
                                error, status_code, violations, source_address, headers, body, deadline_at, finished_at)
        VALUES ('%1$s', '2026-11-01', '%2$s', '%1$s', 1, '%3$s', %4$s, %5$s, %6$s, %7$s, '192.0.2.1', '{}', '', now(),
                now())
        """
            .formatted(
                uuid(0),
                uuid(id),
                outcome,
                quoted(reason),
                quoted(error),
                status,
                quoted(violations)));
  }

  private static void attempt(int delivery, int number, String outcome, @Nullable String startedBy)
      throws SQLException {
    execute(
        """
        INSERT INTO attempts (organization_id, received_at, delivery_id, number, version_number, outcome, reason,
                              started_by, started_at, finished_at)
        VALUES ('%s', '2026-11-01', '%s', %d, 1, '%s', %s, %s, now(), now())
        """
            .formatted(
                uuid(0),
                uuid(delivery),
                number,
                outcome,
                outcome.equals("FAILED") ? "'REASON'" : "NULL",
                quoted(startedBy)));
  }

  private static String row(int delivery) throws SQLException {
    try (Connection connection = DATABASE.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT first_outcome, first_reason, replays_begun, answered_error, first_violation
                FROM deliveries WHERE delivery_id = '%s'
                """
                    .formatted(uuid(delivery)))) {
      row.next();
      return "%s %s, replays %d, %s, %s"
          .formatted(
              row.getString(1),
              row.getString(2),
              row.getInt(3),
              row.getString(4),
              row.getString(5));
    }
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = DATABASE.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String uuid(int number) {
    return "00000000-0000-7000-8000-%012d".formatted(number);
  }

  private static String quoted(@Nullable String text) {
    return text == null ? "NULL" : "'" + text + "'";
  }
}
