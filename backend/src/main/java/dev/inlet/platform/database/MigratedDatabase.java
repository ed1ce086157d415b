package dev.inlet.platform.database;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/**
 * A database whose schema is up to date: whoever needs a pool waits for this bean, hence for the
 * migration.
 */
@Singleton
final class MigratedDatabase {

  private final DatabaseConfiguration configuration;

  MigratedDatabase(DatabaseConfiguration configuration) {
    this.configuration = configuration;
    Flyway.configure()
        .dataSource(configuration.url(), configuration.user(), configuration.password())
        .locations("classpath:db/migration")
        .validateMigrationNaming(true)
        .load()
        .migrate();
  }

  /** Refuses to start on a role that row-level security does not bind. */
  void requireRoleThatCannotBypass(String role) {
    try (Connection connection =
            DriverManager.getConnection(
                configuration.url(), configuration.user(), configuration.password());
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT FROM pg_roles WHERE rolname = ? AND NOT rolsuper AND NOT rolbypassrls")) {
      statement.setString(1, role);
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          throw new IllegalStateException(
              "The database role %s can bypass row-level security: ALTER ROLE %s NOSUPERUSER NOBYPASSRLS."
                  .formatted(role, role));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database cannot be asked about role " + role, e);
    }
  }
}
