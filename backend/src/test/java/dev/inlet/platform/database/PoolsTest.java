package dev.inlet.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.testing.TestInlet;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoolsTest {

  private static final int TIMES = 12;

  /** Otherwise one plan would do for all values from the sixth time on. */
  @ParameterizedTest
  @ValueSource(strings = {"app", "support"})
  void plansWhatIsLookedForByItsValuesHoweverOftenItIsAsked(String pool) throws SQLException {
    try (Connection connection = TestInlet.shared().connection(pool);
        PreparedStatement asked =
            connection.prepareStatement("SELECT CAST(? AS integer) AS asked_often");
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < TIMES; i++) {
        asked.setInt(1, i);
        asked.executeQuery().close();
      }
      try (ResultSet plans =
          statement.executeQuery(
              """
              SELECT max(custom_plans) AS by_values, max(generic_plans) AS for_any FROM pg_prepared_statements
              WHERE statement LIKE '%AS asked_often%'
              """)) {
        assertThat(plans.next()).isTrue();
        assertThat(plans.getLong("by_values")).isGreaterThan(5);
        assertThat(plans.getLong("for_any")).isZero();
      }
    }
  }
}
