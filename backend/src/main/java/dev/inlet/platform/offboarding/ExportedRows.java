package dev.inlet.platform.offboarding;

import com.fasterxml.jackson.databind.util.RawValue;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Rows as lines of a file: a row is an object, each column that is selected one of its members. */
@Singleton
public class ExportedRows {

  /** Rows may be large: a schema has some hundred kilobytes. */
  private static final int AT_ONCE = 20;

  private static final Pattern UNDERSCORED = Pattern.compile("_([a-z])");

  private final Database database;

  ExportedRows(Database database) {
    this.database = database;
  }

  /**
   * The rows that a query selects.
   *
   * @param sql names its columns, so that a new one, which may be secret, is not exported unseen;
   *     takes {@code :organization}
   * @param key the columns of the result that rows are ordered and told apart by
   */
  public ExportedFile.Content of(String sql, String... key) {
    return of(sql, Map.of(), key);
  }

  /**
   * The same of a query with more parameters.
   *
   * @param values by parameter
   */
  public ExportedFile.Content of(String sql, Map<String, ?> values, String... key) {
    return (lines, organization) -> write(new Rows(sql, values, List.of(key)), lines, organization);
  }

  private record Rows(String sql, Map<String, ?> values, List<String> key) {

    String first() {
      return "SELECT * FROM (%s) r ORDER BY %s LIMIT %d".formatted(sql, columns(""), AT_ONCE);
    }

    String next() {
      return "SELECT * FROM (%s) r WHERE (%s) > (%s) ORDER BY %s LIMIT %d"
          .formatted(sql, columns(""), columns(":"), columns(""), AT_ONCE);
    }

    private String columns(String prefix) {
      return key.stream().map(column -> prefix + column).collect(Collectors.joining(", "));
    }
  }

  private void write(Rows rows, ExportedFile.Lines lines, OrganizationId organization)
      throws IOException {
    List<Map<String, Object>> batch = read(rows, null, organization);
    while (!batch.isEmpty()) {
      for (Map<String, Object> row : batch) {
        lines.add(named(row));
      }
      batch = read(rows, batch.getLast(), organization);
    }
  }

  private List<Map<String, Object>> read(
      Rows rows, @Nullable Map<String, Object> after, OrganizationId organization) {
    return database.inOrganization(
        organization,
        handle ->
            query(handle, rows, after)
                .bind("organization", organization.value())
                .bindMap(rows.values())
                .map((row, context) -> columns(row))
                .list());
  }

  private static Query query(Handle handle, Rows rows, @Nullable Map<String, Object> after) {
    if (after == null) {
      return handle.createQuery(rows.first());
    }
    Query query = handle.createQuery(rows.next());
    rows.key().forEach(column -> query.bind(column, after.get(column)));
    return query;
  }

  private static Map<String, Object> columns(ResultSet row) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      values.put(columns.getColumnLabel(i), value(row, i, columns.getColumnTypeName(i)));
    }
    return values;
  }

  private static @Nullable Object value(ResultSet row, int column, String type)
      throws SQLException {
    return switch (type) {
      case "timestamptz" -> {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        yield time == null ? null : time.toInstant();
      }
      case "json" -> json(row.getString(column));
      // Bytes are ciphertexts and hashes: whoever selected one did not mean to.
      case "bytea" -> throw new IllegalStateException("Bytes are not exported");
      default -> row.getObject(column);
    };
  }

  /** Passed on as it is stored: read into a tree it would take many times the memory. */
  private static @Nullable Object json(@Nullable String text) {
    return text == null ? null : new RawValue(text.replace('\n', ' ')); // each row is one line
  }

  private static Map<String, Object> named(Map<String, Object> row) {
    Map<String, Object> members = new LinkedHashMap<>();
    row.forEach((column, value) -> members.put(camelCase(column), value));
    return members;
  }

  private static String camelCase(String column) {
    return UNDERSCORED.matcher(column).replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
  }
}
