package dev.inlet.benchmarks.deliverylog;

import dev.inlet.benchmarks.Postgres;
import dev.inlet.deliveries.terms.Terms;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Loads one day: each of its three tables is filled by itself and becomes a partition afterwards,
 * which takes minutes where inserting would take hours. Its rows are those that Inlet would have
 * written; their indexes are new, and so smaller than grown ones.
 */
final class DayLoad {

  private static final int CHUNK = 2_000;
  private static final String HEADERS =
      "{\"Content-Type\":[\"application/json\"],\"User-Agent\":[\"Forms/2.1\"]}";
  private static final String REQUEST =
      "{\"$type\":\"Asi.Soa.Core.DataContracts.GenericEntityData, Asi.Contracts\",\"EntityTypeName\":\"Activity\"}";

  private static final String DELIVERIES =
      """
      (organization_id, received_at, delivery_id, webhook_id, version_number, outcome, reason, error, violations,
       status_code, record_id, source_address, headers, body, deadline_at, finished_at, first_outcome, first_reason,
       first_violation, attempts_begun)""";
  private static final String ATTEMPTS =
      """
      (organization_id, received_at, delivery_id, number, version_number, outcome, reason, error, record_id, request,
       response_status, response, started_at, finished_at)""";
  private static final String TERMS = "(organization_id, received_at, delivery_id, terms)";

  private static final String VIOLATION =
      "{\"path\":\"/memberId\",\"keyword\":\"required\",\"message\":\"memberId is missing.\"}";

  private final Postgres postgres;
  private final String database;
  private final LocalDate day;
  private final CopyRow deliveries = new CopyRow();
  private final CopyRow attempts = new CopyRow();
  private final CopyRow terms = new CopyRow();

  DayLoad(Postgres postgres, String database, LocalDate day) {
    this.postgres = postgres;
    this.database = database;
    this.day = day;
  }

  void load(Population population, int rows, Instant now) throws SQLException, IOException {
    Counts counts = new Counts(now);
    Random random = new Random(day.toEpochDay());
    try (Table first = new Table("deliveries", DELIVERIES);
        Table second = new Table("attempts", ATTEMPTS);
        Table third = new Table("delivery_terms", TERMS)) {
      Instant begin = day.atStartOfDay(ZoneOffset.UTC).toInstant();
      Instant end = earlier(begin.plus(Duration.ofDays(1)), now);
      long millis = Duration.between(begin, end).toMillis();
      for (int i = 0; i < rows; i++) {
        Instant time = begin.plusMillis(millis * i / rows);
        GeneratedDelivery delivery = GeneratedDelivery.next(population, random, time);
        counts.add(delivery);
        write(delivery);
        if (i % CHUNK == CHUNK - 1 || i == rows - 1) {
          first.write(deliveries.take());
          second.write(attempts.take());
          third.write(terms.take());
        }
      }
      first.finish();
      second.finish();
      third.finish();
    }
    copy("delivery_counts", counts.rows());
  }

  private void write(GeneratedDelivery delivery) {
    boolean isFailure = delivery.reason() != null;
    String error = isFailure ? "iMIS refused the record: the contact is not known." : null;
    key(deliveries, delivery)
        .add(delivery.webhook())
        .add(1)
        .add(delivery.outcome())
        .add(delivery.reason())
        .add(delivery.isRejected() ? null : error)
        .add(delivery.isRejected() ? "[" + VIOLATION + "]" : null)
        .add(delivery.status())
        .add(delivery.recordId())
        .add(delivery.source())
        .add(HEADERS)
        .bytes(delivery.body())
        .add(delivery.receivedAt().plusSeconds(10))
        .add(delivery.finishedAt())
        .add(delivery.outcome())
        .add(delivery.reason())
        .add(delivery.isRejected() ? VIOLATION : null)
        .add(delivery.isRejected() ? 0 : 1)
        .end();
    key(terms, delivery)
        .numbers(
            new Terms(delivery.member().organization()).of(delivery.body(), delivery.payload()))
        .end();
    if (!delivery.isRejected()) {
      key(attempts, delivery)
          .add(1)
          .add(1)
          .add(delivery.outcome())
          .add(delivery.reason())
          .add(error)
          .add(delivery.recordId())
          .add(REQUEST)
          .add(delivery.status())
          .add("{}")
          .add(delivery.receivedAt())
          .add(delivery.finishedAt())
          .end();
    }
  }

  private static CopyRow key(CopyRow row, GeneratedDelivery delivery) {
    return row.add(delivery.member().organization().value(), delivery.receivedAt(), delivery.id());
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private void copy(String table, byte[] rows) throws SQLException {
    try (Connection connection = postgres.connect(database)) {
      CopyIn copy = copyIn(connection, "COPY " + table + " FROM STDIN");
      copy.writeToCopy(rows, 0, rows.length);
      copy.endCopy();
    }
  }

  private static CopyIn copyIn(Connection connection, String sql) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
  }

  /** One table of the day. */
  private final class Table implements AutoCloseable {

    private final String parent;
    private final String name;
    private final Connection connection;
    private final CopyIn copy;

    Table(String parent, String columns) throws SQLException {
      this.parent = parent;
      this.name = parent + "_" + day.format(DateTimeFormatter.BASIC_ISO_DATE);
      this.connection = postgres.connect(database);
      connection.setAutoCommit(false);
      execute(
          "CREATE TABLE %s (LIKE %s INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING GENERATED INCLUDING STORAGE)"
              .formatted(name, parent));
      copy = copyIn(connection, "COPY " + name + " " + columns + " FROM STDIN (FREEZE)");
    }

    void write(byte[] rows) throws SQLException {
      copy.writeToCopy(rows, 0, rows.length);
    }

    /** The day is the parent's once it has its indexes; statistics are what autovacuum takes. */
    void finish() throws SQLException {
      copy.endCopy();
      connection.commit();
      for (String index : indexes()) {
        execute(index);
      }
      connection.commit();
      execute(
          "ALTER TABLE %s ATTACH PARTITION %s FOR VALUES FROM ('%s 00:00Z') TO ('%s 00:00Z')"
              .formatted(parent, name, day, day.plusDays(1)));
      execute("ALTER TABLE " + name + " OWNER TO " + Postgres.OWNER);
      connection.commit();
      connection.setAutoCommit(true);
      execute("VACUUM (ANALYZE) " + name);
    }

    /** All but the primary key, which comes with the attachment. */
    private List<String> indexes() throws SQLException {
      List<String> indexes = new ArrayList<>();
      try (Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  """
                  SELECT pg_get_indexdef(indexrelid) FROM pg_index
                  WHERE indrelid = '%s'::regclass AND NOT indisprimary
                  """
                      .formatted(parent))) {
        while (rows.next()) {
          indexes.add(
              rows.getString(1)
                  .replaceFirst(
                      "^CREATE INDEX \\S+ ON (ONLY )?public\\.\\S+ ",
                      "CREATE INDEX ON " + name + " "));
        }
      }
      return indexes;
    }

    private void execute(String sql) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }
}
