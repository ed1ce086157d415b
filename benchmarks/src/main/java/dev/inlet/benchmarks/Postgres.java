package dev.inlet.benchmarks;

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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A real PostgreSQL of the benchmark's own, as durable as one that was installed, with memory as an
 * operator would give it. Explains what it does when it is asked to.
 */
public final class Postgres implements AutoCloseable {

  public static final String OWNER = "inlet";
  public static final String PASSWORD = "inlet";

  /** What differs from PostgreSQL's defaults, and is told with each figure. */
  public static final Map<String, String> SETTINGS =
      new TreeMap<>(
          Map.of(
              "fsync", "on",
              "synchronous_commit", "on",
              "full_page_writes", "on",
              "shared_buffers", "2GB",
              "effective_cache_size", "12GB",
              "maintenance_work_mem", "1GB",
              "min_wal_size", "4GB",
              "max_wal_size", "8GB",
              "random_page_cost", "1.1",
              "max_connections", "100"));

  private static final Duration BY_ITSELF_MAX = Duration.ofSeconds(5);

  private final Path home;
  private Path directory;
  private EmbeddedPostgres postgres;

  private Postgres(Path home) throws IOException {
    this.home = home;
    this.directory = home.resolve("postgres");
    this.postgres = start(home, directory, 0);
  }

  public static Postgres start(Path directory) throws IOException, SQLException {
    Files.createDirectories(directory);
    Postgres started = new Postgres(directory);
    started.run(
        "postgres",
        "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%s') THEN CREATE ROLE %s LOGIN CREATEROLE PASSWORD '%s'; END IF; END $$"
            .formatted(OWNER, OWNER, PASSWORD));
    return started;
  }

  private static EmbeddedPostgres start(Path home, Path directory, int port) throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setPort(port)
            .setDataDirectory(directory)
            .setOverrideWorkingDirectory(home.resolve("binaries").toFile())
            .setCleanDataDirectory(false)
            .setServerConfig("listen_addresses", "localhost")
            .setServerConfig("session_preload_libraries", "auto_explain")
            .setServerConfig("logging_collector", "on")
            .setServerConfig("log_directory", "log")
            .setServerConfig("log_filename", "postgres.log")
            .setServerConfig("log_destination", "jsonlog")
            .setPGStartupWait(Duration.ofMinutes(5));
    SETTINGS.forEach(builder::setServerConfig);
    return builder.start();
  }

  /** Stops it as an operator would, and starts it again on the same port. */
  public void restart() throws IOException {
    int port = postgres.getPort();
    postgres.close();
    postgres = start(home, directory, port);
  }

  /** Has its data in another folder from now on, which is empty; it stands still meanwhile. */
  public void move(Path elsewhere) throws IOException, InterruptedException {
    int port = postgres.getPort();
    postgres.close();
    Processes.run("cp", "-a", directory + "/.", elsewhere.toString());
    directory = elsewhere;
    postgres = start(home, directory, port);
  }

  public Path directory() {
    return directory;
  }

  /** Loses its processes and all of its data, and goes on with what is in another folder. */
  public void loseAllAndGoOn(Path elsewhere) throws IOException, InterruptedException {
    int port = postgres.getPort();
    die();
    postgres.close();
    Processes.run("rm", "-rf", directory.toString());
    directory = elsewhere;
    postgres = start(home, directory, port);
  }

  /** Waits until it works again by itself; where it does not, starts it as an operator would. */
  public void revive() throws IOException, InterruptedException {
    Instant latest = Instant.now().plus(BY_ITSELF_MAX);
    while (!answers()) {
      if (Instant.now().isAfter(latest)) {
        restart();
        return;
      }
      Thread.sleep(100);
    }
  }

  /**
   * Has it use the files of its log again, as many as there are, as one does that has run for
   * hours; it fills new ones with zeros first, and all wait.
   */
  public void checkpoint() throws SQLException {
    run("postgres", "CHECKPOINT");
  }

  /** Has it begin another file of its log; false if it cannot be asked any more. */
  public boolean goesOnInLog() {
    try {
      checkpoint();
      run("postgres", "SELECT pg_switch_wal(), pg_logical_emit_message(false, 'inlet', 'x')");
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  private boolean answers() {
    try {
      return one("postgres", "SELECT 1").equals("1");
    } catch (SQLException e) {
      return false;
    }
  }

  /** Kills all its processes at once, as if its machine had died, and starts it again. */
  public void crash() throws IOException {
    die();
    restart();
  }

  private void die() throws IOException {
    List<ProcessHandle> all = processes();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
  }

  /** How long processors have worked until now for those of its processes that live. */
  public Duration worked() throws IOException {
    return processes().stream()
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  private List<ProcessHandle> processes() throws IOException {
    long pid =
        Long.parseLong(Files.readAllLines(directory.resolve("postmaster.pid")).getFirst().trim());
    ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
    return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
  }

  public int port() {
    return postgres.getPort();
  }

  /** Makes an empty database, in place of one that is called so. */
  public void create(String database) throws SQLException {
    run("postgres", "DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
    run("postgres", "CREATE DATABASE " + database + " OWNER " + OWNER);
  }

  public boolean has(String database) throws SQLException {
    return one("postgres", "SELECT count(*) FROM pg_database WHERE datname = '" + database + "'")
        .equals("1");
  }

  public String url(String database) {
    return "jdbc:postgresql://localhost:%d/%s".formatted(postgres.getPort(), database);
  }

  /** As one who is bound by no policy. */
  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), "postgres", "postgres");
  }

  public void run(String database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  public String one(String database, String query) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next() ? String.valueOf(rows.getString(1)) : "";
    }
  }

  /** Has each statement explained in the log from now on, or no more. */
  public void explain(boolean isOn) throws SQLException {
    run("postgres", "ALTER SYSTEM SET auto_explain.log_min_duration = " + (isOn ? "0" : "-1"));
    run("postgres", "ALTER SYSTEM SET auto_explain.log_analyze = on");
    run("postgres", "ALTER SYSTEM SET auto_explain.log_nested_statements = off");
    run("postgres", "SELECT pg_reload_conf()");
  }

  public Path log() {
    return directory.resolve("log").resolve("postgres.json");
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
