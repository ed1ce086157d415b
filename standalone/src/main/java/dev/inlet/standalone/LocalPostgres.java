package dev.inlet.standalone;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** A real PostgreSQL within the data folder, as durable as one that was installed. */
final class LocalPostgres implements AutoCloseable {

  static final String USER = "inlet";
  static final String PASSWORD = "inlet";
  private static final int PID_FILE_PORT_LINE = 3;
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

  private final EmbeddedPostgres postgres;

  private LocalPostgres(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  static LocalPostgres start(DataDirectory data) {
    Path directory = data.resolve("postgres");
    stopOrphan(directory);
    try {
      LocalPostgres started =
          new LocalPostgres(
              EmbeddedPostgres.builder()
                  .setDataDirectory(directory)
                  .setOverrideWorkingDirectory(data.resolve("postgres-binaries").toFile())
                  .setCleanDataDirectory(false)
                  .setRegisterShutdownHook(false)
                  .setServerConfig("fsync", "on")
                  .setServerConfig("synchronous_commit", "on")
                  .setServerConfig("full_page_writes", "on")
                  .setServerConfig("listen_addresses", "localhost")
                  .setPGStartupWait(START_TIMEOUT)
                  .start());
      started.ensureDatabaseOrClose();
      return started;
    } catch (IOException | IllegalStateException | CompletionException e) {
      throw new StartException(
          "PostgreSQL did not start in %s: see the messages above.".formatted(directory), e);
    }
  }

  String url() {
    return url(postgres.getPort());
  }

  /** Where the PostgreSQL of a trial that is running listens; it says so in its own file. */
  static String urlOfRunning(Path dataDirectory) {
    Path pidFile = dataDirectory.resolve("postgres").resolve("postmaster.pid");
    try {
      return url(Integer.parseInt(Files.readAllLines(pidFile).get(PID_FILE_PORT_LINE).strip()));
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      throw new StartException("The trial's PostgreSQL is not up yet: try again in a moment.", e);
    }
  }

  private static String url(int port) {
    return "jdbc:postgresql://localhost:%d/inlet".formatted(port);
  }

  /**
   * A process that was killed leaves its PostgreSQL behind; nobody else can use this folder, so it
   * is ours to stop.
   */
  private static void stopOrphan(Path directory) {
    Optional<ProcessHandle> orphan = running(directory);
    if (orphan.isPresent()) {
      orphan.get().destroy();
      try {
        orphan.get().onExit().get(30, TimeUnit.SECONDS);
      } catch (Exception e) {
        throw new StartException(
            "A PostgreSQL of an earlier start does not stop: end process %d."
                .formatted(orphan.get().pid()),
            e);
      }
    }
  }

  private static Optional<ProcessHandle> running(Path directory) {
    Path pidFile = directory.resolve("postmaster.pid");
    try {
      if (!Files.exists(pidFile)) {
        return Optional.empty();
      }
      long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
      return ProcessHandle.of(pid)
          .filter(process -> process.info().command().orElse("").endsWith("postgres"))
          .filter(
              process -> process.info().commandLine().orElse("").contains("-D " + directory + " "));
    } catch (IOException | NumberFormatException e) {
      throw new StartException("%s cannot be read.".formatted(pidFile), e);
    }
  }

  private void ensureDatabaseOrClose() throws IOException {
    try {
      ensureDatabase();
    } catch (StartException e) {
      close();
      throw e;
    }
  }

  private void ensureDatabase() {
    String url = "jdbc:postgresql://localhost:%d/postgres".formatted(postgres.getPort());
    try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
        Statement statement = connection.createStatement()) {
      if (!exists(statement, "SELECT FROM pg_roles WHERE rolname = '" + USER + "'")) {
        statement.execute("CREATE ROLE " + USER + " LOGIN CREATEROLE PASSWORD '" + PASSWORD + "'");
      }
      if (!exists(statement, "SELECT FROM pg_database WHERE datname = 'inlet'")) {
        statement.execute("CREATE DATABASE inlet OWNER " + USER);
      }
    } catch (SQLException e) {
      throw new StartException("The trial's database could not be made.", e);
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
