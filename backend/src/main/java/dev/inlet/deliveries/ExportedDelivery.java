package dev.inlet.deliveries;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A delivery with the bytes that it brought. */
record ExportedDelivery(DeliverySummary summary, byte[] body, boolean isPartial) {

  static ExportedDelivery of(ResultSet row) throws SQLException {
    return new ExportedDelivery(
        DeliveryColumns.summary(row), row.getBytes("body"), row.getBoolean("body_is_partial"));
  }
}
