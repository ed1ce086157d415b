package dev.inlet.deliveries;

import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Claims the keys of a group of deliveries, in the transaction that begins them. The primary key of
 * the table lets one delivery have a key, whichever node it came to.
 */
final class ClaimStatement {

  /**
   * In the order of the index, and before anything else of the group is locked, so that groups wait
   * for each other in one direction only. Not for long: another node may have stalled with a key
   * uncommitted, and whoever is in this group has nothing to do with it. A claim that is written
   * again finds itself.
   */
  private static final String CLAIM =
      """
      SET LOCAL lock_timeout = '250ms';
      INSERT INTO idempotency_keys AS held (organization_id, webhook_id, key_hash, body_hash, delivery_id, claimed_at, held_until)
      SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?) AS claims (o, w, k, b, d, a, u) ORDER BY o, w, k
      ON CONFLICT (organization_id, webhook_id, key_hash) DO UPDATE
      SET body_hash = excluded.body_hash, delivery_id = excluded.delivery_id, claimed_at = excluded.claimed_at,
          held_until = excluded.held_until
      WHERE held.held_until <= excluded.claimed_at OR held.delivery_id = excluded.delivery_id OR held.delivery_id = ANY (?)
      RETURNING delivery_id;
      SET LOCAL lock_timeout = DEFAULT
      """;

  private ClaimStatement() {}

  private record Key(UUID organization, UUID webhook, ByteBuffer hash) {

    static Key of(JournalEntry.Begin begin) {
      Receipt receipt = begin.receipt();
      return new Key(
          receipt.organization().value(),
          receipt.webhook().value(),
          ByteBuffer.wrap(claim(begin).key()));
    }
  }

  /**
   * Claims what there is to claim.
   *
   * @return the entries whose keys others have: they must not be written
   */
  static Set<JournalEntry> refused(Connection connection, List<JournalEntry> entries)
      throws SQLException {
    List<JournalEntry.Begin> claiming =
        entries.stream()
            .filter(JournalEntry.Begin.class::isInstance)
            .map(JournalEntry.Begin.class::cast)
            .filter(begin -> begin.claim() != null)
            .toList();
    return claiming.isEmpty() ? Set.of() : refusedOf(connection, claiming);
  }

  private static Set<JournalEntry> refusedOf(
      Connection connection, List<JournalEntry.Begin> claiming) throws SQLException {
    // Of those that came at once with one key, the first one claims it.
    Map<Key, JournalEntry.Begin> firsts = new LinkedHashMap<>();
    claiming.forEach(begin -> firsts.putIfAbsent(Key.of(begin), begin));
    Set<UUID> claimed = claim(connection, firsts.values());
    Set<JournalEntry> refused = Collections.newSetFromMap(new IdentityHashMap<>());
    claiming.stream()
        .filter(begin -> !claimed.contains(begin.receipt().id().value()))
        .forEach(refused::add);
    return refused;
  }

  private static Set<UUID> claim(Connection connection, Collection<JournalEntry.Begin> begins)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CLAIM)) {
      Columns columns = new Columns(connection, statement, begins);
      columns.add("uuid", UUID[]::new, begin -> begin.receipt().organization().value());
      columns.add("uuid", UUID[]::new, begin -> begin.receipt().webhook().value());
      columns.add("bytea", byte[][]::new, begin -> claim(begin).key());
      columns.add("bytea", byte[][]::new, begin -> claim(begin).body());
      columns.add("uuid", UUID[]::new, begin -> begin.receipt().id().value());
      columns.add("timestamptz", Object[]::new, begin -> time(claim(begin).at()));
      columns.add("timestamptz", Object[]::new, begin -> time(claim(begin).until()));
      columns.add("uuid", UUID[]::new, begin -> value(claim(begin).insteadOf()));
      return returned(statement);
    }
  }

  private static Set<UUID> returned(PreparedStatement statement) throws SQLException {
    Set<UUID> returned = new HashSet<>();
    boolean isRows = statement.execute();
    while (isRows || statement.getUpdateCount() >= 0) {
      if (isRows) {
        try (ResultSet row = statement.getResultSet()) {
          while (row.next()) {
            returned.add(row.getObject(1, UUID.class));
          }
        }
      }
      isRows = statement.getMoreResults();
    }
    return returned;
  }

  private static Claim claim(JournalEntry.Begin begin) {
    return Objects.requireNonNull(begin.claim());
  }

  private static String time(Instant time) {
    return time.atOffset(ZoneOffset.UTC).toString();
  }

  private static @Nullable UUID value(@Nullable DeliveryId id) {
    return id == null ? null : id.value();
  }

  /** Binds columns of all rows, one after another. */
  private static final class Columns {

    private final Connection connection;
    private final PreparedStatement statement;
    private final Collection<JournalEntry.Begin> rows;
    private int index;

    Columns(
        Connection connection, PreparedStatement statement, Collection<JournalEntry.Begin> rows) {
      this.connection = connection;
      this.statement = statement;
      this.rows = rows;
    }

    <T> void add(
        String type,
        IntFunction<T[]> array,
        Function<JournalEntry.Begin, ? extends @Nullable Object> value)
        throws SQLException {
      Array column = connection.createArrayOf(type, rows.stream().map(value).toArray(array));
      statement.setArray(++index, column);
    }
  }
}
