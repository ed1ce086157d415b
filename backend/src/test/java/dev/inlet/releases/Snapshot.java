package dev.inlet.releases;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * All rows of a database, as PostgreSQL's COPY writes them; kept as {@code pg_dump --data-only}
 * would, so that psql can read it. Of the schema there is nothing but Flyway's history: migrations
 * make it, and its checksums tell if one was edited since.
 *
 * @param release whose it is
 */
record Snapshot(String release, List<Table> tables) {

  private static final String TITLE = "-- Inlet ";
  private static final String END = "\\.";
  private static final String SUFFIX = ".sql.gz";

  private static final String TABLES =
      """
      SELECT c.relname, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      GROUP BY c.relname ORDER BY c.relname COLLATE "C"
      """;

  /**
   * A table's rows.
   *
   * @param rows each as a line of COPY's text format: columns between tabs
   */
  record Table(String name, List<String> columns, List<String> rows) {

    int place(String column) {
      return columns.indexOf(column);
    }

    /** A column of each row. */
    List<String> values(String column) {
      return rows.stream().map(row -> row.split("\t", -1)[place(column)]).toList();
    }
  }

  /** What stands in a database now, read by one whom no policy binds. */
  static Snapshot of(String release, Connection superuser) throws SQLException, IOException {
    List<Table> tables = new ArrayList<>();
    try (Statement statement = superuser.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'; SET DateStyle = ISO; SET bytea_output = hex");
      try (ResultSet found = statement.executeQuery(TABLES)) {
        while (found.next()) {
          List<String> columns = List.of(found.getString(2).split(", "));
          tables.add(read(superuser, found.getString(1), columns));
        }
      }
    }
    return new Snapshot(release, tables);
  }

  /** Some columns of a table as they are now. */
  static Table read(Connection superuser, String table, List<String> columns)
      throws SQLException, IOException {
    StringWriter text = new StringWriter();
    copy(superuser)
        .copyOut(
            "COPY (SELECT %s FROM %s) TO STDOUT".formatted(String.join(", ", columns), table),
            text);
    return new Table(table, columns, text.toString().lines().toList());
  }

  /** Writes the file that is called as the release. */
  void write(Path folder) throws IOException {
    Path file = folder.resolve(release + SUFFIX);
    try (Writer text =
        new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), UTF_8)) {
      text.write(TITLE + release + "\n");
      for (Table table : tables) {
        text.write(
            "\nCOPY %s (%s) FROM stdin;\n".formatted(table.name, String.join(", ", table.columns)));
        for (String row : table.rows) {
          text.write(row + "\n");
        }
        text.write(END + "\n");
      }
    }
  }

  static Snapshot in(Path file) throws IOException {
    String release = file.getFileName().toString().replace(SUFFIX, "");
    List<Table> tables = new ArrayList<>();
    try (BufferedReader text =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
      List<String> lines = text.lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).startsWith("COPY ")) {
          int end = i + lines.subList(i, lines.size()).indexOf(END);
          tables.add(table(lines.get(i), lines.subList(i + 1, end)));
          i = end;
        }
      }
    }
    return new Snapshot(release, tables);
  }

  private static Table table(String head, List<String> rows) {
    String columns = head.substring(head.indexOf('(') + 1, head.indexOf(')'));
    return new Table(head.split(" ", 3)[1], List.of(columns.split(", ")), rows);
  }

  /** Fills a database whose schema is the snapshot's, in place of what its migrations wrote. */
  void fill(Connection superuser) throws SQLException, IOException {
    try (Statement statement = superuser.createStatement()) {
      statement.execute("SET session_replication_role = replica; SET TimeZone = 'UTC'");
      for (String day : days()) {
        statement.execute("SELECT create_delivery_partitions('%s', 1)".formatted(day));
      }
      for (Table table : tables) {
        statement.execute("DELETE FROM " + table.name);
        String rows = String.join("\n", table.rows) + (table.rows.isEmpty() ? "" : "\n");
        long written =
            copy(superuser)
                .copyIn(
                    "COPY %s (%s) FROM STDIN"
                        .formatted(table.name, String.join(", ", table.columns)),
                    new StringReader(rows));
        if (written != table.rows.size()) {
          throw new IllegalStateException(
              "%s has %d of %d rows".formatted(table.name, written, table.rows.size()));
        }
      }
      statement.execute("RESET session_replication_role");
    }
  }

  Table table(String name) {
    return tables.stream().filter(table -> table.name.equals(name)).findFirst().orElseThrow();
  }

  /** The last migration that it has seen. */
  int schema() {
    return table("flyway_schema_history").values("version").stream()
        .mapToInt(Integer::parseInt)
        .max()
        .orElseThrow();
  }

  private List<String> days() {
    return table("deliveries").values("received_at").stream()
        .map(time -> time.substring(0, "2026-11-30".length()))
        .distinct()
        .toList();
  }

  private static CopyManager copy(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }

  @Override
  public String toString() {
    return release;
  }
}
