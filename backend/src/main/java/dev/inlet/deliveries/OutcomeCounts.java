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

  /** What a query selects to count; those that were answered like an earlier one did succeed. */
  static final String COLUMNS =
      """
      count(*) FILTER (WHERE outcome IN ('SUCCEEDED', 'DUPLICATE')) AS succeeded,
      count(*) FILTER (WHERE outcome = 'REJECTED') AS rejected,
      count(*) FILTER (WHERE outcome = 'FAILED') AS failed,
      count(*) FILTER (WHERE outcome = 'UNKNOWN') AS unknown,
      count(*) FILTER (WHERE outcome IN ('RECEIVED', 'QUEUED')) AS under_way""";

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
