package dev.inlet.deliveries;

import dev.inlet.platform.tenancy.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The time that an organization's journal is of.
 *
 * @param from when the first delivery was received that is still there
 * @param to the millisecond after the last one
 */
record LogEnds(Instant from, Instant to) {

  private static final LogEnds OF_NOTHING = new LogEnds(Instant.EPOCH, Instant.EPOCH);

  /** Within a transaction for the organization; from and to are the same if there is nothing. */
  static LogEnds read(Handle handle, OrganizationId organization) {
    return handle
        .createQuery(
            "SELECT min(received_at) AS first, max(received_at) AS last FROM deliveries WHERE organization_id = :organization")
        .bind("organization", organization.value())
        .map((row, context) -> of(row))
        .one();
  }

  private static LogEnds of(ResultSet row) throws SQLException {
    Optional<Instant> first = DeliveryColumns.time(row, "first");
    Optional<Instant> last = DeliveryColumns.time(row, "last");
    return first.isPresent() && last.isPresent()
        ? new LogEnds(first.get(), last.get().plusMillis(1))
        : OF_NOTHING;
  }

  /** What of it is in a period, if that has ends. */
  LogEnds within(@Nullable Instant beginning, @Nullable Instant end) {
    Instant starts = Optional.ofNullable(beginning).filter(from::isBefore).orElse(from);
    Instant ends = Optional.ofNullable(end).filter(to::isAfter).orElse(to);
    return new LogEnds(starts, ends);
  }
}
