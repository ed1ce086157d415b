package dev.inlet.platform.database;

import dev.inlet.platform.ConfigurationException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * A database whose schema is up to date: whoever needs a pool waits for this bean, hence for the
 * migration.
 */
@Singleton
final class MigratedDatabase {

  private final DatabaseConfiguration configuration;

  MigratedDatabase(DatabaseConfiguration configuration) {
    this.configuration = configuration;
    try {
      Flyway.configure()
          .dataSource(configuration.url(), configuration.user(), configuration.password())
          .locations("classpath:db/migration")
          .validateMigrationNaming(true)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new ConfigurationException(
          "The database at INLET_DATABASE_URL cannot be reached or migrated: %s"
              .formatted(e.getMessage()),
          e);
    }
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
          throw new ConfigurationException(
              "The database role %s can bypass row-level security: ALTER ROLE %s NOSUPERUSER NOBYPASSRLS."
                  .formatted(role, role));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database cannot be asked about role " + role, e);
    }
  }
}
