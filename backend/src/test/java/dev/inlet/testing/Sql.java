package dev.inlet.testing;

import dev.inlet.platform.tenancy.OrganizationId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** What stands in the database, past all of Inlet's code. */
public final class Sql {

  private Sql() {}

  /** Each row that one organization may see, its columns joined by a bar. */
  public static List<String> rowsOf(OrganizationId organization, TestInlet inlet, String query) {
    try (Connection connection = inlet.database().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET ROLE inlet_app");
      statement.execute(
          "SELECT set_config('inlet.organization_id', '%s', false)".formatted(organization));
      return rows(statement, query);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  /**
   * Each row that the owner of the tables sees: none of tenants', whom row-level security binds.
   */
  public static List<String> rows(TestInlet inlet, String query) {
    return rows(inlet.database(), query);
  }

  /** The same of a database that no Inlet works on. */
  public static List<String> rows(TestPostgres.Database database, String query) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      return rows(statement, query);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  public static void execute(TestInlet inlet, String sql) {
    execute(inlet.database(), sql);
  }

  public static void execute(TestPostgres.Database database, String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static List<String> rows(Statement statement, String query) throws SQLException {
    try (ResultSet found = statement.executeQuery(query)) {
      List<String> rows = new ArrayList<>();
      while (found.next()) {
        StringJoiner row = new StringJoiner("|");
        for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
          row.add(found.getString(column));
        }
        rows.add(row.toString());
      }
      return rows;
    }
  }
}
