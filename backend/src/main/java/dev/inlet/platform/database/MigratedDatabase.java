package dev.inlet.platform.database;

import dev.inlet.platform.ConfigurationException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * A database whose schema is up to date: whoever needs a pool waits for this bean, hence for the
 * migration.
 */
@Singleton
final class MigratedDatabase {

  private final Set<String> boundRoles;

  MigratedDatabase(DatabaseConfiguration configuration) {
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
    this.boundRoles = boundRoles(configuration);
  }

  /** The roles that row-level security binds. */
  private static Set<String> boundRoles(DatabaseConfiguration configuration) {
    try (Connection connection =
            DriverManager.getConnection(
                configuration.url(), configuration.user(), configuration.password());
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT rolname FROM pg_roles WHERE NOT rolsuper AND NOT rolbypassrls")) {
      Set<String> roles = new HashSet<>();
      while (rows.next()) {
        roles.add(rows.getString(1));
      }
      return roles;
    } catch (SQLException e) {
      throw new IllegalStateException("The database cannot be asked about its roles", e);
    }
  }

  /** Refuses to start on a role that row-level security does not bind. */
  void requireRoleThatCannotBypass(String role) {
    if (!boundRoles.contains(role)) {
      throw new ConfigurationException(
          "The database role %s can bypass row-level security: ALTER ROLE %s NOSUPERUSER NOBYPASSRLS."
              .formatted(role, role));
    }
  }
}
