package dev.inlet.platform.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import dev.inlet.testing.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Raw SQL as one of the roles that Inlet works as. */
final class RawSql {

  private static final TestPostgres.Database DATABASE = TestInlet.shared().database();

  private RawSql() {}

  static Connection as(String role) throws SQLException {
    Connection connection = DATABASE.connect();
    execute(connection, "SET ROLE " + role);
    return connection;
  }

  static void set(Connection connection, Tenant tenant) throws SQLException {
    execute(
        connection,
        "SELECT set_config('inlet.organization_id', '%s', false)".formatted(tenant.organization()));
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static List<String> organizations(Connection connection, String table) throws SQLException {
    return strings(connection, "SELECT organization_id::text FROM " + table);
  }

  static List<String> query(String sql) throws SQLException {
    try (Connection connection = DATABASE.connect()) {
      return strings(connection, sql);
    }
  }

  static List<String> strings(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> strings = new ArrayList<>();
      while (rows.next()) {
        strings.add(rows.getString(1));
      }
      return strings;
    }
  }

  static List<String> tables() throws SQLException {
    return query(
        """
        SELECT c.relname FROM pg_class c
        WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace
          AND c.relname <> 'flyway_schema_history'
        ORDER BY 1
        """);
  }

  static String firstColumn(String table) throws SQLException {
    return query(
            "SELECT column_name FROM information_schema.columns WHERE table_name = '%s' AND ordinal_position = 1"
                .formatted(table))
        .getFirst();
  }

  static void assertDenied(String role, Tenant tenant, String sql) throws SQLException {
    try (Connection connection = as(role)) {
      set(connection, tenant);
      assertThatThrownBy(() -> execute(connection, sql))
          .as(sql)
          .hasMessageContaining("permission denied");
    }
  }
}
