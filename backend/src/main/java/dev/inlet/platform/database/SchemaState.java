package dev.inlet.platform.database;

import jakarta.inject.Singleton;
import java.math.BigInteger;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/** How the schema stands to this program, for whoever must not migrate it by looking. */
@Singleton
public class SchemaState {

  private final DatabaseConfiguration configuration;

  SchemaState(DatabaseConfiguration configuration) {
    this.configuration = configuration;
  }

  /** How it stands. */
  enum Standing {
    /** Nothing was migrated yet. */
    NONE,
    CURRENT,
    /** Something is to be migrated. */
    BEHIND,
    /** A newer program migrated it. */
    AHEAD,
    /** The last migration did not come to its end. */
    BROKEN
  }

  /**
   * What was seen.
   *
   * @param version of the schema; 0 if there is none
   * @param pending how many migrations are to come
   */
  record Seen(Standing standing, BigInteger version, int pending) {}

  /** Whether this program can work with it as it is. */
  public boolean isUsable() {
    try {
      Standing standing = look().standing();
      return standing == Standing.CURRENT || standing == Standing.AHEAD;
    } catch (FlywayException e) {
      return false;
    }
  }

  /**
   * Looks.
   *
   * @throws FlywayException if the database does not answer
   */
  Seen look() {
    MigrationInfoService migrations = MigratedDatabase.flyway(configuration).info();
    MigrationInfo current = migrations.current();
    int pending = migrations.pending().length;
    return current == null
        ? new Seen(Standing.NONE, BigInteger.ZERO, pending)
        : new Seen(standing(current.getState(), pending), current.getVersion().getMajor(), pending);
  }

  private static Standing standing(MigrationState state, int pending) {
    if (state.isFailed()) {
      return Standing.BROKEN;
    }
    if (state == MigrationState.FUTURE_SUCCESS) {
      return Standing.AHEAD;
    }
    return pending == 0 ? Standing.CURRENT : Standing.BEHIND;
  }
}
