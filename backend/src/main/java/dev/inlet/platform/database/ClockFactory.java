package dev.inlet.platform.database;

import dev.inlet.platform.time.SharedTime;
import io.micronaut.context.annotation.Factory;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Nodes go by PostgreSQL's time: it is one, and what they write down is compared there. */
@Factory
final class ClockFactory {

  private static final Logger LOG = LoggerFactory.getLogger(ClockFactory.class);

  private final DataSource dataSource;
  private final SharedTime shared = new SharedTime(InstantSource.system(), System::nanoTime);
  private boolean wasRight = true;

  ClockFactory(@Named("app") DataSource dataSource) {
    this.dataSource = dataSource;
    askPostgres();
  }

  @Singleton
  Clock clock() {
    return shared.withZone(ZoneOffset.UTC);
  }

  /** While PostgreSQL does not answer, what it said last goes on. */
  @Scheduled(fixedDelay = "5s", initialDelay = "5s")
  void askPostgres() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement("SELECT clock_timestamp()")) {
      long before = System.nanoTime();
      try (ResultSet row = statement.executeQuery()) {
        long after = System.nanoTime();
        row.next();
        shared.learn(row.getObject(1, OffsetDateTime.class).toInstant(), before, after);
      }
      tellDifference();
    } catch (SQLException e) {
      LOG.warn("PostgreSQL could not be asked for the time: {}", e.getSQLState());
    }
  }

  private void tellDifference() {
    boolean isRight = shared.isOwn();
    if (!isRight) {
      LOG.warn(
          "This node's clock is {} ms ahead of PostgreSQL's, by which Inlet goes; NTP should keep both right",
          shared.ahead().toMillis());
    } else if (!wasRight) {
      LOG.info("This node's clock is right again");
    }
    wasRight = isRight;
  }
}
