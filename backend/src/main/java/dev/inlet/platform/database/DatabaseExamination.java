package dev.inlet.platform.database;

import dev.inlet.platform.doctor.Examination;
import dev.inlet.platform.doctor.Finding;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.flywaydb.core.api.FlywayException;

/**
 * Whether PostgreSQL is there, keeps what it was told, has room for a node, agrees on the time, and
 * has the schema of this program. Asks it over a connection of its own: what the pools wait for
 * would bring the schema up to date.
 */
@Singleton
class DatabaseExamination implements Examination {

  /** Whose features migrations and statements use. */
  private static final int MAJOR_MIN = 18;

  private static final int CONNECT_SECONDS = 5;
  private static final int ANSWER_SECONDS = 10;

  /** Whoever compares what nodes log with what others do stands this. */
  private static final Duration CLOCKS_APART = Duration.ofSeconds(2);

  private final DatabaseConfiguration configuration;
  private final SchemaState schema;

  /** The machine's own: Inlet's goes by PostgreSQL. */
  private final InstantSource clock = InstantSource.system();

  DatabaseExamination(DatabaseConfiguration configuration, SchemaState schema) {
    this.configuration = configuration;
    this.schema = schema;
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public String subject() {
    return "Database";
  }

  @Override
  public List<Finding> examine() {
    try (Connection connection = connect()) {
      return examine(connection);
    } catch (SQLException e) {
      return List.of(
          Finding.failure(
              "PostgreSQL does not let Inlet in at INLET_DATABASE_URL as INLET_DATABASE_USER with INLET_DATABASE_PASSWORD: %s"
                  .formatted(e.getMessage())));
    }
  }

  private List<Finding> examine(Connection connection) {
    try {
      if (connection.getMetaData().getDatabaseMajorVersion() < MAJOR_MIN) {
        return List.of(
            Finding.failure(
                "This is PostgreSQL %s; Inlet needs %d: upgrade it."
                    .formatted(one(connection, "SHOW server_version"), MAJOR_MIN)));
      }
      return List.of(
          Finding.fine("PostgreSQL %s answers.".formatted(one(connection, "SHOW server_version"))),
          user(connection),
          roles(connection),
          durability(connection),
          room(connection),
          clock(connection),
          schema(connection));
    } catch (SQLException e) {
      return List.of(
          Finding.failure(
              "PostgreSQL lets Inlet in and then does not answer: %s".formatted(e.getMessage())));
    }
  }

  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", configuration.user());
    properties.setProperty("password", configuration.password());
    properties.setProperty("connectTimeout", String.valueOf(CONNECT_SECONDS));
    properties.setProperty("socketTimeout", String.valueOf(ANSWER_SECONDS));
    properties.setProperty("ApplicationName", "inlet_doctor");
    return DriverManager.getConnection(configuration.url(), properties);
  }

  private Finding user(Connection connection) throws SQLException {
    String rights =
        one(
            connection,
            """
            SELECT CASE WHEN rolsuper THEN 'all' WHEN rolcreaterole THEN 'enough' ELSE 'none' END
            FROM pg_roles WHERE rolname = current_user
            """);
    return switch (rights) {
      case "all" ->
          Finding.warning(
              "%s is a superuser. Inlet needs a user that owns its database and may make roles, and no more: let it be another one when you can."
                  .formatted(configuration.user()));
      case "enough" -> Finding.fine("%s may make roles.".formatted(configuration.user()));
      default ->
          Finding.failure(
              "%s may make no roles, and Inlet works as some of its own: let a superuser give it CREATEROLE."
                  .formatted(configuration.user()));
    };
  }

  /** Those that there are; a migration makes the others. */
  private Finding roles(Connection connection) throws SQLException {
    List<String> unbound = rolesWhere(connection, "rolsuper OR rolbypassrls");
    if (!unbound.isEmpty()) {
      return Finding.failure(
          "Inlet works as %s, which would see every organization's rows: let a superuser make them NOSUPERUSER NOBYPASSRLS."
              .formatted(String.join(", ", unbound)));
    }
    List<String> closed = rolesWhere(connection, "NOT pg_has_role(current_user, oid, 'SET')");
    return closed.isEmpty()
        ? Finding.fine("%s may work as Inlet's roles.".formatted(configuration.user()))
        : Finding.failure(
            "%s may not work as %s: let a superuser GRANT them to it WITH SET TRUE, INHERIT FALSE."
                .formatted(configuration.user(), String.join(", ", closed)));
  }

  private static List<String> rolesWhere(Connection connection, String condition)
      throws SQLException {
    String query =
        "SELECT rolname FROM pg_roles WHERE rolname = ANY (?) AND (%s) ORDER BY rolname"
            .formatted(condition);
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setArray(1, connection.createArrayOf("text", DatabaseFactory.ROLES.toArray()));
      List<String> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    }
  }

  /** What was answered 200 is in the log, also after the power failed. */
  private static Finding durability(Connection connection) throws SQLException {
    List<String> loose = new ArrayList<>();
    for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
      if (one(connection, "SHOW " + setting).equals("off")) {
        loose.add(setting);
      }
    }
    return loose.isEmpty()
        ? Finding.fine("What it commits survives a crash.")
        : Finding.failure(
            "What it commits does not survive a crash: set %s to on."
                .formatted(String.join(" and ", loose)));
  }

  private Finding room(Connection connection) throws SQLException {
    int max =
        Integer.parseInt(
            one(
                connection,
                """
                SELECT current_setting('max_connections')::int
                       - current_setting('superuser_reserved_connections')::int
                       - coalesce(current_setting('reserved_connections', true), '0')::int
                """));
    int perNode = DatabaseFactory.connectionsMax(configuration);
    return max < perNode
        ? Finding.failure(
            "A node takes up to %d connections, and it has %d: raise max_connections."
                .formatted(perNode, max))
        : Finding.fine(
            "A node takes up to %d connections of its %d: room for %d nodes, if nothing else connects."
                .formatted(perNode, max, max / perNode));
  }

  private Finding clock(Connection connection) throws SQLException {
    Instant before = clock.instant();
    Instant there = now(connection);
    Instant after = clock.instant();
    Duration apart = apart(before, there, after);
    String sentence = "Its clock and this machine's are %d ms apart".formatted(apart.toMillis());
    return apart.compareTo(CLOCKS_APART) > 0
        ? Finding.warning(
            sentence
                + ": Inlet goes by PostgreSQL's; let both machines take theirs from an NTP server.")
        : Finding.fine(sentence + ".");
  }

  private static Instant now(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT clock_timestamp()")) {
      rows.next();
      return rows.getObject(1, OffsetDateTime.class).toInstant();
    }
  }

  /** What cannot be explained by the time that the question took. */
  private static Duration apart(Instant before, Instant there, Instant after) {
    if (there.isBefore(before)) {
      return Duration.between(there, before);
    }
    return there.isAfter(after) ? Duration.between(after, there) : Duration.ZERO;
  }

  private Finding schema(Connection connection) throws SQLException {
    try {
      SchemaState.Seen seen = schema.look();
      return switch (seen.standing()) {
        case NONE -> none(connection);
        case CURRENT ->
            Finding.fine("Its schema has version %s, as this program.".formatted(seen.version()));
        case BEHIND ->
            Finding.warning(
                "Its schema has version %s, and %d more to come: `migrate`, or the next start, makes them."
                    .formatted(seen.version(), seen.pending()));
        case AHEAD ->
            Finding.warning(
                "Its schema has version %s, which this program does not know: start the newer one, unless nodes are being upgraded one by one."
                    .formatted(seen.version()));
        case BROKEN ->
            Finding.failure(
                "The migration to version %s did not come to its end: what the start of a node logged says why."
                    .formatted(seen.version()));
      };
    } catch (FlywayException e) {
      return Finding.failure("Its schema cannot be looked at: %s".formatted(e.getMessage()));
    }
  }

  private static Finding none(Connection connection) throws SQLException {
    String tables =
        one(
            connection,
            "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace");
    return tables.equals("0")
        ? Finding.warning("It is empty: `migrate`, or the first start, makes its schema.")
        : Finding.failure("Others' tables are in it: give Inlet a database of its own.");
  }

  private static String one(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
