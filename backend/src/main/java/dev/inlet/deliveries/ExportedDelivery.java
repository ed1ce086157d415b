package dev.inlet.deliveries;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A delivery with the bytes that it brought. */
record ExportedDelivery(DeliverySummary summary, byte[] body, boolean isPartial)
    implements StoredDelivery {

  @Override
  public DeliveryId id() {
    return new DeliveryId(summary.id());
  }

  @Override
  public int bodyBytes() {
    return summary.bodyBytes();
  }

  static ExportedDelivery of(ResultSet row) throws SQLException {
    return new ExportedDelivery(
        DeliveryColumns.summary(row), row.getBytes("body"), row.getBoolean("body_is_partial"));
  }
}
