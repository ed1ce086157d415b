package dev.inlet.deliveries;

import dev.inlet.platform.json.StorableText;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Binds one row, parameter after parameter. */
final class JournalRow {

  static final int TEXT_MAX = 64 * 1024;

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

  JournalRow text(@Nullable String value) throws SQLException {
    statement.setString(++index, StorableText.of(value, TEXT_MAX));
    return this;
  }

  JournalRow small(@Nullable Integer value) throws SQLException {
    statement.setObject(++index, value, Types.SMALLINT);
    return this;
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
