package dev.inlet.platform.database;

import dev.inlet.platform.ConfigurationException;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.math.BigInteger;
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
 * migration. Only where Inlet is examined it is what it is.
 */
@Singleton
public final class MigratedDatabase {

  private final Flyway flyway;
  private final Set<String> boundRoles;

  /**
   * @param isExamination whether to look at the schema as it is, and not to change it
   */
  MigratedDatabase(
      DatabaseConfiguration configuration,
      @Value("${inlet.is-examination:false}") boolean isExamination) {
    this.flyway = flyway(configuration);
    try {
      if (!isExamination) {
        flyway.migrate();
      }
    } catch (FlywayException e) {
      throw new ConfigurationException(
          "The database at INLET_DATABASE_URL cannot be reached or migrated: %s"
              .formatted(e.getMessage()),
          e);
    }
    this.boundRoles = boundRoles(configuration);
  }

  static Flyway flyway(DatabaseConfiguration configuration) {
    return Flyway.configure()
        .dataSource(configuration.url(), configuration.user(), configuration.password())
        .locations("classpath:db/migration")
        .validateMigrationNaming(true)
        .load();
  }

  /** The version that the schema has. */
  public BigInteger version() {
    return flyway.info().current().getVersion().getMajor();
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
