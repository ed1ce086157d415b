package dev.inlet.platform.database;

import dev.inlet.platform.time.SharedTime;
import io.micronaut.context.annotation.Factory;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Inject;
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
  private final SharedTime shared;
  private boolean wasRight = true;

  @Inject
  ClockFactory(@Named("app") DataSource dataSource) {
    this(dataSource, InstantSource.system());
  }

  /**
   * Asks at once.
   *
   * @param own the node's clock
   */
  ClockFactory(DataSource dataSource, InstantSource own) {
    this.dataSource = dataSource;
    this.shared = new SharedTime(own, System::nanoTime);
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
      LOG.warn("PostgreSQL could not be asked for the time: {}", SqlState.of(e));
    }
  }

  private void tellDifference() {
    boolean isRight = shared.isOwn();
    if (!isRight) {
      LOG.warn(
          "This node's clock is {} ms {} PostgreSQL's, by which Inlet goes; NTP should keep both right",
          shared.ahead().abs().toMillis(),
          shared.ahead().isNegative() ? "behind" : "ahead of");
    } else if (!wasRight) {
      LOG.info("This node's clock is right again");
    }
    wasRight = isRight;
  }
}
