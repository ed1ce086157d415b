package dev.inlet.deliveries;

import io.micronaut.core.annotation.Introspected;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * How many deliveries of a stretch of time became what.
 *
 * @param underWay received or queued
 */
@Introspected
record OutcomeCounts(
    Instant startsAt, int succeeded, int rejected, int failed, int unknown, int underWay) {

  static OutcomeCounts none(Instant startsAt) {
    return new OutcomeCounts(startsAt, 0, 0, 0, 0, 0);
  }

  static OutcomeCounts of(Instant startsAt, ResultSet row) throws SQLException {
    return new OutcomeCounts(
        startsAt,
        row.getInt("succeeded"),
        row.getInt("rejected"),
        row.getInt("failed"),
        row.getInt("unknown"),
        row.getInt("under_way"));
  }
}
