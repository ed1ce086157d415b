package dev.inlet.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/**
 * A pool for each role, so that a slow list on a screen never keeps a delivery from being written
 * down.
 */
@Factory
final class DatabaseFactory {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  private static final int SUPPORT_CONNECTIONS_MAX = 2;

  /**
   * PostgreSQL compiles what it expects to take long. It expects that of whatever may look into
   * each day's table, which in the end looks into one: compiling it takes longer than doing it.
   */
  private static final String NOT_COMPILED = " -c jit=off";

  private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(8);

  /**
   * A plan made for any values knows nothing of these: it would look for a rare word by reading all
   * that an organization has. Planning anew takes milliseconds, and nobody's delivery waits for it.
   */
  private static final String PLANNED_FOR_ITS_VALUES = " -c plan_cache_mode=force_custom_plan";

  private static final String ROW_BY_ROW =
      " -c plan_cache_mode=force_generic_plan -c enable_hashjoin=off -c enable_mergejoin=off"
          + " -c enable_seqscan=off -c enable_bitmapscan=off -c enable_material=off";

  /** What a node that is gone has begun must not hold keys that others wait for. */
  private static final String LEAVES_NO_KEYS_HELD = " -c idle_in_transaction_session_timeout=10000";

  /** One goes ahead where the other one takes long. */
  private static final int WRITERS = 2;

  /**
   * Longer than any statement may take: a connection to a PostgreSQL that fell silent is given up.
   */
  private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(12);

  /** What a node works as; each is made by a migration. */
  static final List<String> ROLES =
      List.of(
          "inlet_app",
          "inlet_journal",
          "inlet_support",
          "inlet_eraser",
          "inlet_search",
          "inlet_alerts");

  /** Beside the pools each node listens for changes. */
  private static final int FEEDS = 1;

  /** How many connections a node takes at most. */
  static int connectionsMax(DatabaseConfiguration configuration) {
    return configuration.connectionsMax()
        + configuration.journalConnectionsMax()
        + WRITERS
        + SUPPORT_CONNECTIONS_MAX
        + FEEDS;
  }

  @Singleton
  @Named("app")
  @Bean(preDestroy = "close")
  HikariDataSource app(DatabaseConfiguration configuration, MigratedDatabase migrated) {
    // Put on within this pool.
    migrated.requireRoleThatCannotBypass("inlet_eraser");
    migrated.requireRoleThatCannotBypass("inlet_search");
    migrated.requireRoleThatCannotBypass("inlet_alerts");
    return new HikariDataSource(
        config(
            configuration,
            migrated,
            "inlet_app",
            configuration.connectionsMax(),
            PLANNED_FOR_ITS_VALUES));
  }

  /**
   * Groups of entries are written by the same few statements, whose plan is to find each row by its
   * key, whatever the tables hold: planned anew, that took longer than writing.
   */
  @Singleton
  @Named("journal-writer")
  @Bean(preDestroy = "close")
  HikariDataSource journalWriter(DatabaseConfiguration configuration, MigratedDatabase migrated) {
    HikariConfig config =
        config(configuration, migrated, "inlet_journal", WRITERS, LEAVES_NO_KEYS_HELD + ROW_BY_ROW);
    config.setPoolName("inlet_journal_writer");
    return new HikariDataSource(config);
  }

  @Singleton
  @Named("journal")
  @Bean(preDestroy = "close")
  HikariDataSource journal(DatabaseConfiguration configuration, MigratedDatabase migrated) {
    return new HikariDataSource(
        config(
            configuration,
            migrated,
            "inlet_journal",
            configuration.journalConnectionsMax(),
            LEAVES_NO_KEYS_HELD));
  }

  /** Support looks seldom: connections are made when it does. */
  @Singleton
  @Named("support")
  @Bean(preDestroy = "close")
  HikariDataSource support(DatabaseConfiguration configuration, MigratedDatabase migrated) {
    HikariConfig config =
        config(
            configuration,
            migrated,
            "inlet_support",
            SUPPORT_CONNECTIONS_MAX,
            PLANNED_FOR_ITS_VALUES);
    config.setMinimumIdle(0);
    config.setReadOnly(true);
    return new HikariDataSource(config);
  }

  private static HikariConfig config(
      DatabaseConfiguration configuration,
      MigratedDatabase migrated,
      String role,
      int size,
      String options) {
    migrated.requireRoleThatCannotBypass(role);
    HikariConfig config = new HikariConfig();
    config.setPoolName(role);
    config.setJdbcUrl(configuration.url());
    config.setUsername(configuration.user());
    config.setPassword(configuration.password());
    config.setMaximumPoolSize(size);
    config.setConnectionTimeout(CONNECT_TIMEOUT.toMillis());
    config.setConnectionInitSql("SET ROLE " + role);
    config.addDataSourceProperty("ApplicationName", role);
    config.addDataSourceProperty(
        "options", "-c statement_timeout=" + STATEMENT_TIMEOUT.toMillis() + NOT_COMPILED + options);
    config.addDataSourceProperty("connectTimeout", CONNECT_TIMEOUT.toSeconds());
    config.addDataSourceProperty("socketTimeout", SOCKET_TIMEOUT.toSeconds());
    config.addDataSourceProperty("reWriteBatchedInserts", true);
    // The details of an error quote the row it is about.
    config.addDataSourceProperty("logServerErrorDetail", false);
    // Statements are prepared by the server from their first use: the hot ones are few and stay.
    config.addDataSourceProperty("prepareThreshold", 1);
    return config;
  }
}
