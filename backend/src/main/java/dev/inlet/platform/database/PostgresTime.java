package dev.inlet.platform.database;

import dev.inlet.platform.time.SharedTime;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Nodes go by PostgreSQL's time: it is one, and what they write down is compared there. Asked
 * before the first request is taken, and again and again.
 */
@Singleton
@Requires(missingProperty = "inlet.is-examination") // which may find no database
class PostgresTime implements ApplicationEventListener<StartupEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresTime.class);

  private final DataSource dataSource;
  private final SharedTime shared;
  private boolean wasRight = true;

  PostgresTime(@Named("app") DataSource dataSource, SharedTime shared) {
    this.dataSource = dataSource;
    this.shared = shared;
  }

  @Override
  public void onApplicationEvent(StartupEvent event) {
    ask();
  }

  /** While PostgreSQL does not answer, what it said last goes on. */
  @Scheduled(fixedDelay = "5s", initialDelay = "5s")
  void ask() {
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
