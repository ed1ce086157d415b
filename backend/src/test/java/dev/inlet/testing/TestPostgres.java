package dev.inlet.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * One PostgreSQL for all tests of a run: the embedded binaries, or a container where {@code
 * INLET_TEST_POSTGRES=container} asks for one. That a Docker engine answers is no reason: it may
 * have to fetch the image, or may not reach whatever has it. Each caller gets a database of its
 * own, owned by a user who is no superuser, as in production.
 */
public final class TestPostgres {

  private static final String IMAGE = "postgres:18-alpine";
  private static final String OWNER = "inlet_owner";
  private static final String PASSWORD = "owner";
  private static final TestPostgres SHARED = new TestPostgres();

  private final String host;
  private final int port;
  private final String superuser;
  private final String superuserPassword;

  private TestPostgres() {
    if ("container".equals(System.getenv("INLET_TEST_POSTGRES"))) {
      PostgreSQLContainer container = new PostgreSQLContainer(IMAGE);
      container.start();
      host = container.getHost();
      port = container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
      superuser = container.getUsername();
      superuserPassword = container.getPassword();
    } else {
      host = "localhost";
      port = embedded().getPort();
      superuser = "postgres";
      superuserPassword = "postgres";
    }
    asSuperuser("CREATE ROLE " + OWNER + " LOGIN CREATEROLE PASSWORD '" + PASSWORD + "'");
  }

  /** Where a database is and who owns it. */
  public record Database(String url, String user, String password) {

    public Connection connect() throws SQLException {
      return DriverManager.getConnection(url, user, password);
    }
  }

  /** Makes an empty database. */
  public static Database newDatabase(String name) {
    SHARED.asSuperuser("CREATE DATABASE " + name + " OWNER " + OWNER);
    return new Database(SHARED.url(name), OWNER, PASSWORD);
  }

  /** One whom no policy and no trigger binds. */
  public static Connection superuser(Database database) throws SQLException {
    return DriverManager.getConnection(database.url(), SHARED.superuser, SHARED.superuserPassword);
  }

  private static EmbeddedPostgres embedded() {
    try {
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder()
              .setPGStartupWait(Duration.ofMinutes(5))
              .setServerConfig("fsync", "off")
              .setServerConfig("max_connections", "200")
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException("The embedded PostgreSQL did not start", e);
    }
  }

  private static void close(EmbeddedPostgres postgres) {
    try {
      postgres.close();
    } catch (IOException e) {
      System.err.println("The embedded PostgreSQL did not stop: " + e.getMessage());
    }
  }

  private String url(String database) {
    return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
  }

  private void asSuperuser(String sql) {
    try (Connection connection =
            DriverManager.getConnection(url("postgres"), superuser, superuserPassword);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
