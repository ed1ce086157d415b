package dev.inlet.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inlet.platform.ConfigurationException;
import dev.inlet.testing.Sql;
import dev.inlet.testing.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class MigratedDatabaseTest {

  private static final TestPostgres.Database DATABASE = TestPostgres.newDatabase("bound_roles");

  private final MigratedDatabase migrated =
      new MigratedDatabase(
          new DatabaseConfiguration(DATABASE.url(), DATABASE.user(), DATABASE.password(), 1, 1),
          false);

  @Test
  void aRoleThatRowLevelSecurityBindsMayBePutOn() {
    assertThatCode(() -> migrated.requireRoleThatCannotBypass("inlet_app"))
        .doesNotThrowAnyException();
  }

  @Test
  void aSuperuserIsRefused() throws SQLException {
    String superuser = superuser();

    assertThatThrownBy(() -> migrated.requireRoleThatCannotBypass(superuser))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("can bypass row-level security");
  }

  @Test
  void aRoleThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> migrated.requireRoleThatCannotBypass("inlet_nobody"))
        .isInstanceOf(ConfigurationException.class);
  }

  @Test
  void anExaminationMigratesNothing() {
    TestPostgres.Database database = TestPostgres.newDatabase("examined");
    MigratedDatabase _ =
        new MigratedDatabase(
            new DatabaseConfiguration(database.url(), database.user(), database.password(), 1, 1),
            true);

    assertThat(Sql.rows(database, "SELECT relname FROM pg_class WHERE relname LIKE 'flyway%'"))
        .isEmpty();
  }

  /** Whatever the one is called that the cluster was made with. */
  private static String superuser() throws SQLException {
    try (Connection connection = DATABASE.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT rolname FROM pg_roles WHERE oid = 10")) {
      row.next();
      return row.getString(1);
    }
  }
}
