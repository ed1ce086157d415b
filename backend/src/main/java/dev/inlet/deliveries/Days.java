package dev.inlet.deliveries;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Some days (UTC) of the time that is asked for, in one direction: the first one, then four, then
 * sixteen, and in the end all that are left. PostgreSQL plans for each day that may be concerned:
 * what is on the first ones need not wait for all, and what is on none waits for few parts.
 *
 * @param from null for the beginning of the journal
 * @param to null for its end
 * @param number how many they are, but for what is cut off; {@link #REST} for all that are left
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
  private static final int TIMES_MORE = 4;
  private static final int REST = Integer.MAX_VALUE;
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
    Instant last = to == null || to.isAfter(asked.now()) ? asked.now() : to.minusMillis(1);
    Instant from =
        number == REST
            ? Instant.EPOCH
            : Resolution.floor(last, DAY).minus(DAY.multipliedBy(number - 1));
    Instant start = asked.from();
    return !from.isAfter(Instant.EPOCH) || (start != null && !start.isBefore(from))
        ? new Days(start, to, number, false, null, asked)
        : new Days(from, to, number, false, from, asked);
  }

  private static Days upwards(@Nullable Instant from, int number, Asked asked) {
    Instant to =
        number == REST || from == null
            ? Instant.MAX
            : Resolution.floor(from, DAY).plus(DAY.multipliedBy(number));
    Instant end = asked.to();
    return to.isAfter(asked.now()) || (end != null && !end.isAfter(to))
        ? new Days(from, end, number, true, null, asked)
        : new Days(from, to, number, true, to, asked);
  }

  /** Whether nothing comes after these. */
  boolean areLast() {
    return edge == null;
  }

  /** Those that come after these, some times as many. */
  Days next() {
    return beginning(edge, number < NUMBER_MAX ? number * TIMES_MORE : REST);
  }

  boolean isOne() {
    return number == 1;
  }

  /** The first of these alone. */
  Days one() {
    return beginning(isUpwards ? from : to, 1);
  }

  /** These and all that come after them. */
  Days all() {
    return beginning(isUpwards ? from : to, REST);
  }

  private Days beginning(@Nullable Instant where, int days) {
    return isUpwards ? upwards(where, days, asked) : downwards(where, days, asked);
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isAfter(one)) ? other : one;
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isBefore(one)) ? other : one;
  }
}
