package dev.inlet.deliveries;

import dev.inlet.platform.paging.Cursor;
import dev.inlet.platform.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of deliveries begins.
 *
 * @param beside the delivery next to the page, which is not on it; null for the newest page
 * @param isTowardsNewer whether the page has what is newer than that one, else what is older
 */
public record PageStart(@Nullable DeliveryId beside, boolean isTowardsNewer) {

  public static final PageStart NEWEST = new PageStart(null, false);

  private static final String NEWER = "newer";
  private static final String OLDER = "older";

  /**
   * Reads a cursor; none leads to the newest page.
   *
   * @throws ProblemException if it is not one of this list's
   */
  public static PageStart of(@Nullable String cursor) {
    List<String> parts = Cursor.decode(cursor, 2);
    return parts.isEmpty()
        ? NEWEST
        : new PageStart(
            new DeliveryId(Cursor.uuid(parts.getLast())), NEWER.equals(parts.getFirst()));
  }

  static String olderThan(DeliveryId delivery) {
    return Cursor.encode(OLDER, delivery.toString());
  }

  static String newerThan(DeliveryId delivery) {
    return Cursor.encode(NEWER, delivery.toString());
  }

  /** The order in which rows are read: from the start on, whichever way that is. */
  String order() {
    return order("d");
  }

  /**
   * The same of other rows.
   *
   * @param rows what has their times and ids
   */
  String order(String rows) {
    return (isTowardsNewer
            ? "ORDER BY %1$s.received_at, %1$s.delivery_id"
            : "ORDER BY %1$s.received_at DESC, %1$s.delivery_id DESC")
        .formatted(rows);
  }
}
