package dev.inlet.platform.database;

import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of changed definitions from PostgreSQL. A heartbeat on the listening connection is the
 * backstop: PostgreSQL delivers what was notified before it answers, so an answered heartbeat
 * proves that nothing older was missed, and an unanswered one makes every listener forget. Nothing
 * stale outlives two heartbeats.
 */
@Context
@Requires(missingProperty = "inlet.is-command") // which is gone before anything changes
final class ChangeFeed implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);
  private static final Duration HEARTBEAT = Duration.ofSeconds(1);
  private static final String CHANNEL = "inlet_definitions";

  private final DatabaseConfiguration configuration;
  private final List<ChangeListener> listeners;
  private volatile boolean isRunning = true;
  private volatile boolean isHeard;
  private volatile boolean isSchemaWhole = true;

  /** How many migrations there were when it first heard; 0 before. */
  private int migrations;

  private final Thread thread = Thread.ofVirtual().name("change-feed").unstarted(this);

  ChangeFeed(
      DatabaseConfiguration configuration,
      MigratedDatabase migrated,
      List<ChangeListener> listeners) {
    migrated.requireRoleThatCannotBypass("inlet_app");
    this.configuration = configuration;
    this.listeners = listeners;
  }

  /** Whether PostgreSQL answered within the last heartbeats. */
  boolean isHeard() {
    return isHeard;
  }

  /** Whether the schema has what it had when this node began: a backup may have been put back. */
  boolean isSchemaWhole() {
    return isSchemaWhole;
  }

  @PostConstruct
  void start() {
    thread.start();
  }

  @PreDestroy
  void stop() {
    isRunning = false;
    thread.interrupt();
  }

  @Override
  public void run() {
    while (isRunning) {
      try (Connection connection = connect()) {
        listeners.forEach(ChangeListener::everythingMayHaveChanged);
        isHeard = true;
        listen(connection);
      } catch (SQLException | RuntimeException e) {
        // Whatever went wrong, a feed that is silent must not look like one without news.
        pauseAfter(e);
      }
    }
  }

  private Connection connect() throws SQLException {
    String url = configuration.url();
    String separator = url.contains("?") ? "&" : "?";
    Connection connection =
        DriverManager.getConnection(
            url + separator + "connectTimeout=2&socketTimeout=3&ApplicationName=inlet_changes",
            configuration.user(),
            configuration.password());
    try (Statement statement = connection.createStatement()) {
      countMigrations(statement);
      statement.execute("SET ROLE inlet_app");
      statement.execute("LISTEN " + CHANNEL);
    }
    return connection;
  }

  private void countMigrations(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("SELECT count(*) FROM flyway_schema_history WHERE success")) {
      row.next();
      int now = row.getInt(1);
      migrations = Math.max(migrations, now);
      isSchemaWhole = now == migrations;
    }
  }

  private void listen(Connection connection) throws SQLException {
    PGConnection postgres = connection.unwrap(PGConnection.class);
    while (isRunning) {
      dispatch(postgres.getNotifications((int) HEARTBEAT.toMillis()));
      try (Statement heartbeat = connection.createStatement()) {
        heartbeat.execute("SELECT 1");
      }
      dispatch(postgres.getNotifications());
    }
  }

  private void dispatch(PGNotification[] notifications) {
    for (PGNotification notification : notifications) {
      String[] parts = notification.getParameter().split(":", 2);
      OrganizationId organization = new OrganizationId(UUID.fromString(parts[1]));
      listeners.forEach(listener -> listener.changed(parts[0], organization));
    }
  }

  private void pauseAfter(Exception e) {
    isHeard = false;
    listeners.forEach(ChangeListener::everythingMayHaveChanged);
    if (isRunning) {
      LOG.warn("The change feed lost PostgreSQL and tries again: {}", e.getMessage());
      try {
        Thread.sleep(HEARTBEAT);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        isRunning = false;
      }
    }
  }
}
