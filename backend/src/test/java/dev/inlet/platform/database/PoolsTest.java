package dev.inlet.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.testing.TestInlet;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoolsTest {

  @ParameterizedTest
  @ValueSource(strings = {"app", "support"})
  void plansWhatIsLookedForByItsValuesHoweverOftenItIsAsked(String pool) throws SQLException {
    try (Connection connection = TestInlet.shared().connection(pool);
        Statement statement = connection.createStatement();
        ResultSet mode = statement.executeQuery("SHOW plan_cache_mode")) {
      assertThat(mode.next()).isTrue();
      assertThat(mode.getString(1)).isEqualTo("force_custom_plan");
    }
  }
}
