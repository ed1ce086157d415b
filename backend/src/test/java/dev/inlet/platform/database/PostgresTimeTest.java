package dev.inlet.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inlet.platform.time.SharedTime;
import dev.inlet.testing.TestInlet;
import java.sql.Connection;
import java.sql.SQLException;
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
class PostgresTimeTest {

  private static final DataSource APP = TestInlet.shared().pool("app");

  @ParameterizedTest
  @ValueSource(ints = {-10, 0, 10})
  void isGoneByHoweverWrongTheNodesClockIs(int minutes) {
    SharedTime shared =
        new SharedTime(() -> Instant.now().plus(Duration.ofMinutes(minutes)), System::nanoTime);

    new PostgresTime(APP, shared).ask();

    assertThat(shared.instant()).isCloseTo(Instant.now(), within(1, ChronoUnit.SECONDS));
    assertThat(shared.isOwn()).isEqualTo(minutes == 0);
  }

  @Test
  void isAskedBeforeAnybodyAsksForIt() {
    SharedTime shared = TestInlet.shared().bean(SharedTime.class);

    // Neither zero, as if nobody had told it, nor more than this machine takes to tell the time.
    assertThat(shared.ahead()).isNotEqualTo(Duration.ZERO).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void isTheNodesOwnWhilePostgresqlDoesNotAnswer() {
    InstantSource own = InstantSource.fixed(Instant.parse("2026-05-26T14:30:00Z"));
    SharedTime shared = new SharedTime(own, System::nanoTime);

    new PostgresTime(new Unreachable(), shared).ask();

    assertThat(shared.instant()).isEqualTo(own.instant());
  }

  /** A pool without connections. */
  private static final class Unreachable extends PGSimpleDataSource {

    @Override
    public Connection getConnection() throws SQLException {
      throw new SQLException("no connection");
    }
  }
}
