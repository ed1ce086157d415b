package dev.inlet.deliveries;

import io.micronaut.core.annotation.Introspected;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What the time of an attempt went to, in milliseconds; each null if that did not happen; all of
 * them are of an attempt from before they were kept. What is left of the time between start and end
 * is Inlet's own.
 *
 * @param queuedMs between the acknowledgement and the attempt's start; not part of its time
 * @param waitedMs for a turn at the connection, or because iMIS asked to slow down
 * @param signInMs for iMIS to sign Inlet in
 * @param callsMs for iMIS to answer: finding the contact, looking for the record, inserting it
 */
@Introspected
public record AttemptDurations(
    @Nullable Integer queuedMs,
    @Nullable Integer waitedMs,
    @Nullable Integer signInMs,
    @Nullable Integer callsMs) {

  static final String COLUMNS = "queued_ms, waited_ms, sign_in_ms, calls_ms";

  static AttemptDurations of(ResultSet row) throws SQLException {
    return new AttemptDurations(
        row.getObject("queued_ms", Integer.class),
        row.getObject("waited_ms", Integer.class),
        row.getObject("sign_in_ms", Integer.class),
        row.getObject("calls_ms", Integer.class));
  }
}
