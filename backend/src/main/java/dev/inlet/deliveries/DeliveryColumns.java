package dev.inlet.deliveries;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what the rows of deliveries and attempts have in common. */
final class DeliveryColumns {

  private DeliveryColumns() {}

  static @Nullable Reason reason(ResultSet row) throws SQLException {
    String reason = row.getString("reason");
    return reason == null ? null : Reason.valueOf(reason);
  }

  static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
