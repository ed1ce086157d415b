package dev.inlet.deliveries;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Some days of the time that is asked for, in one direction: today, then two days, then four, and
 * in the end all that is left. PostgreSQL plans for each day that may be concerned: what is on the
 * first ones need not wait for all.
 *
 * @param from null for the beginning of the journal
 * @param to null for its end
 * @param isUpwards whether later ones come next
 * @param edge where the next ones begin; null if nothing is left
 */
record Days(
    @Nullable Instant from,
    @Nullable Instant to,
    int number,
    boolean isUpwards,
    @Nullable Instant edge,
    Asked asked) {

  private static final int NUMBER_MAX = 16;
  private static final int ALL = Integer.MAX_VALUE;
  private static final Duration DAY = Duration.ofDays(1);

  /**
   * The time that is asked for.
   *
   * @param now nothing was received much later than that
   */
  private record Asked(@Nullable Instant from, @Nullable Instant to, Instant now) {}

  /** The first of them, seen from where a page begins. */
  static Days first(DeliveryFilter filter, PageStart start, Instant now) {
    DeliveryId beside = start.beside();
    Asked asked = new Asked(filter.from(), filter.to(), now);
    if (start.isTowardsNewer()) {
      return upwards(later(filter.from(), beside == null ? null : beside.receivedAt()), 1, asked);
    }
    Instant to = beside == null ? null : beside.receivedAt().plusMillis(1);
    return downwards(earlier(filter.to(), to), 1, asked);
  }

  private static Days downwards(@Nullable Instant to, int number, Asked asked) {
    Instant last = to == null ? asked.now() : to.minusMillis(1);
    Instant from =
        number > NUMBER_MAX
            ? null
            : Resolution.floor(last, DAY).minus(DAY.multipliedBy(number - 1));
    Instant start = asked.from();
    return from == null || (start != null && !start.isBefore(from))
        ? new Days(start, to, number, false, null, asked)
        : new Days(from, to, number, false, from, asked);
  }

  private static Days upwards(@Nullable Instant from, int number, Asked asked) {
    Instant to =
        number > NUMBER_MAX || from == null
            ? null
            : Resolution.floor(from, DAY).plus(DAY.multipliedBy(number));
    Instant end = asked.to();
    return to == null || to.isAfter(asked.now()) || (end != null && !end.isAfter(to))
        ? new Days(from, end, number, true, null, asked)
        : new Days(from, to, number, true, to, asked);
  }

  /** Whether nothing comes after these. */
  boolean areLast() {
    return edge == null;
  }

  /** Those that come after these, twice as many. */
  Days next() {
    int more = Math.min(number, NUMBER_MAX) * 2;
    return isUpwards ? upwards(edge, more, asked) : downwards(edge, more, asked);
  }

  /** The first of these alone. */
  Days one() {
    return isUpwards ? upwards(from, 1, asked) : downwards(to, 1, asked);
  }

  /** These and all that come after them. */
  Days all() {
    return isUpwards ? upwards(from, ALL, asked) : downwards(to, ALL, asked);
  }

  boolean isOne() {
    return number == 1;
  }

  boolean areAll() {
    return number == ALL;
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isAfter(one)) ? other : one;
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isBefore(one)) ? other : one;
  }
}
