package dev.inlet.deliveries;

import dev.inlet.platform.json.StorableText;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Binds many rows as one array per column, for {@code unnest}: a statement that is executed once
 * for a group costs PostgreSQL little more than one for a single row.
 */
final class RowArrays<R> {

  /** Of each row. */
  @FunctionalInterface
  interface Column<R, T> {
    @Nullable T of(R row);
  }

  private final PreparedStatement statement;
  private final List<R> rows;
  private int index;

  RowArrays(PreparedStatement statement, List<R> rows) {
    this(statement, rows, 0);
  }

  private RowArrays(PreparedStatement statement, List<R> rows, int index) {
    this.statement = statement;
    this.rows = rows;
    this.index = index;
  }

  /** Goes on, with columns of other rows. */
  <S> RowArrays<S> then(List<S> others) {
    return new RowArrays<>(statement, others, index);
  }

  /** Organization, time of receipt and id. */
  RowArrays<R> keys(Function<R, DeliveryKey> key) throws SQLException {
    return ids(row -> key.apply(row).organization().value())
        .times(row -> key.apply(row).id().receivedAt())
        .ids(row -> key.apply(row).id().value());
  }

  /** As text, as times are: the driver sends only arrays of text and numbers without quoting. */
  RowArrays<R> ids(Column<R, UUID> value) throws SQLException {
    return documents(
        row -> {
          UUID id = value.of(row);
          return id == null ? null : id.toString();
        });
  }

  RowArrays<R> texts(Column<R, String> value) throws SQLException {
    return add("text", String[]::new, row -> StorableText.of(value.of(row), JournalRow.TEXT_MAX));
  }

  /** Whole: half a document is none. Jackson has escaped what PostgreSQL refuses. */
  RowArrays<R> documents(Column<R, String> value) throws SQLException {
    return add("text", String[]::new, value);
  }

  RowArrays<R> bytes(Column<R, byte[]> value) throws SQLException {
    return add("bytea", byte[][]::new, value);
  }

  RowArrays<R> numbers(Column<R, Integer> value) throws SQLException {
    return add("int4", Integer[]::new, value);
  }

  /** By the number of the row, from 0 on. */
  RowArrays<R> numbersAt(IntFunction<Integer> value) throws SQLException {
    Integer[] column = IntStream.range(0, rows.size()).mapToObj(value).toArray(Integer[]::new);
    statement.setArray(++index, statement.getConnection().createArrayOf("int4", column));
    return this;
  }

  /** Begun milliseconds are whole ones: what happened took longer than not at all. */
  RowArrays<R> millis(Column<R, Duration> value) throws SQLException {
    return numbers(
        row -> {
          Duration time = value.of(row);
          return time == null
              ? null
              : (Integer) (int) Math.min(Integer.MAX_VALUE, time.plusNanos(999_999).toMillis());
        });
  }

  RowArrays<R> flags(Column<R, Boolean> value) throws SQLException {
    return add("bool", Boolean[]::new, value);
  }

  RowArrays<R> times(Column<R, Instant> value) throws SQLException {
    return documents(
        row -> {
          Instant time = value.of(row);
          return time == null ? null : time.toString();
        });
  }

  /** One value for all rows. */
  RowArrays<R> time(Instant value) throws SQLException {
    statement.setObject(++index, value.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
    return this;
  }

  /** Lists of numbers, one after another. */
  RowArrays<R> lists(Function<R, long[]> value) throws SQLException {
    long[] all = rows.stream().map(value).flatMapToLong(Arrays::stream).toArray();
    statement.setObject(++index, all);
    return this;
  }

  private <T> RowArrays<R> add(String type, IntFunction<T[]> array, Column<R, T> value)
      throws SQLException {
    T[] column = array.apply(rows.size());
    for (int i = 0; i < column.length; i++) {
      column[i] = value.of(rows.get(i));
    }
    statement.setArray(++index, statement.getConnection().createArrayOf(type, column));
    return this;
  }
}
