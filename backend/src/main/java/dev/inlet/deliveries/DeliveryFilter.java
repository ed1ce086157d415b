package dev.inlet.deliveries;

import dev.inlet.platform.paging.Cursor;
import dev.inlet.platform.paging.FilterValues;
import dev.inlet.platform.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries to list; what is null does not narrow.
 *
 * @param from the first instant
 * @param to the instant after the last
 * @param text a delivery's id, a record's id, a source address, or text that occurs in the body, as
 *     far as whoever asks may see these
 * @param before only those older than this one
 */
public record DeliveryFilter(
    @Nullable UUID webhook,
    @Nullable Outcome outcome,
    @Nullable Reason reason,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String text,
    @Nullable DeliveryId before) {

  /**
   * Takes what a caller asked for.
   *
   * @throws ProblemException if nothing can be looked for by it
   */
  public DeliveryFilter {
    from = FilterValues.time(from);
    to = FilterValues.time(to);
    text = FilterValues.text(text);
  }

  /** Whether an index finds what fits; all else may look at every delivery to find a few. */
  boolean isIndexed() {
    return outcome == null && reason == null && text == null;
  }

  /** The delivery that a page ended with; null before the first page. */
  public static @Nullable DeliveryId before(@Nullable String cursor) {
    List<String> after = Cursor.decode(cursor, 1);
    return after.isEmpty() ? null : new DeliveryId(Cursor.uuid(after.getFirst()));
  }
}
