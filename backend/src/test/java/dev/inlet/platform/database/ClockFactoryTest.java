package dev.inlet.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inlet.testing.TestInlet;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Nodes go by PostgreSQL's time; here that runs on the same machine, whose clock is right. */
class ClockFactoryTest {

  private static final DataSource APP = TestInlet.shared().pool("app");

  @ParameterizedTest
  @ValueSource(ints = {-10, 0, 10})
  void isPostgresqlsTimeHoweverWrongTheNodesClockIs(int minutes) {
    InstantSource own = () -> Instant.now().plus(Duration.ofMinutes(minutes));

    assertThat(new ClockFactory(APP, own).clock().instant())
        .isCloseTo(Instant.now(), within(1, ChronoUnit.SECONDS));
  }

  @Test
  void goesByTheNodesClockAsLongAsPostgresqlWasNeverAsked() {
    InstantSource own = InstantSource.fixed(Instant.parse("2026-05-26T14:30:00Z"));

    Clock clock = new ClockFactory(new Unreachable(), own).clock();

    assertThat(clock.instant()).isEqualTo(own.instant());
  }

  /** A pool without connections. */
  private static final class Unreachable extends PGSimpleDataSource {

    @Override
    public Connection getConnection() throws SQLException {
      throw new SQLException("no connection");
    }
  }
}
