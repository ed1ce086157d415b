package dev.inlet.deliveries;

import dev.inlet.platform.json.StorableText;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Binds one row, parameter after parameter. */
final class JournalRow {

  private static final int TEXT_MAX = 64 * 1024;

  private final PreparedStatement statement;
  private int index;

  JournalRow(PreparedStatement statement) {
    this.statement = statement;
  }

  JournalRow key(DeliveryKey key) throws SQLException {
    return value(key.organization().value()).time(key.id().receivedAt()).value(key.id().value());
  }

  JournalRow value(Object value) throws SQLException {
    statement.setObject(++index, value);
    return this;
  }

  JournalRow id(@Nullable DeliveryId value) throws SQLException {
    statement.setObject(++index, value == null ? null : value.value(), Types.OTHER);
    return this;
  }

  JournalRow value(byte[] value) throws SQLException {
    statement.setBytes(++index, value);
    return this;
  }

  JournalRow numbers(long[] value) throws SQLException {
    statement.setObject(++index, value);
    return this;
  }

  JournalRow text(@Nullable String value) throws SQLException {
    statement.setString(++index, StorableText.of(value, TEXT_MAX));
    return this;
  }

  /** Whole: half a document is none. Jackson has escaped what PostgreSQL refuses. */
  JournalRow json(@Nullable String value) throws SQLException {
    statement.setString(++index, value);
    return this;
  }

  JournalRow small(@Nullable Integer value) throws SQLException {
    statement.setObject(++index, value, Types.SMALLINT);
    return this;
  }

  /** Begun milliseconds are whole ones: what happened took longer than not at all. */
  JournalRow millis(@Nullable Duration value) throws SQLException {
    Object millis =
        value == null
            ? null
            : (int) Math.min(Integer.MAX_VALUE, value.plusNanos(999_999).toMillis());
    statement.setObject(++index, millis, Types.INTEGER);
    return this;
  }

  JournalRow times(AttemptTimes value) throws SQLException {
    return millis(value.queued())
        .millis(value.waiting())
        .millis(value.signIn())
        .millis(value.calls());
  }

  JournalRow time(@Nullable Instant value) throws SQLException {
    OffsetDateTime time = value == null ? null : value.atOffset(ZoneOffset.UTC);
    statement.setObject(++index, time, Types.TIMESTAMP_WITH_TIMEZONE);
    return this;
  }

  PreparedStatement bound() {
    return statement;
  }

  void addBatch() throws SQLException {
    statement.addBatch();
  }
}
