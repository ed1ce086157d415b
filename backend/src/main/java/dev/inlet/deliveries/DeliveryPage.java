package dev.inlet.deliveries;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One page of deliveries.
 *
 * @param items the newest first
 * @param nextCursor what to pass as {@code cursor} for older ones; null if there are none
 * @param previousCursor the same for newer ones; null if there were none
 * @param isSearchedWhole whether all payloads of the page's time were looked through for the words
 *     of {@code q}, masked and never stored properties left out; if not, a shorter period makes it
 *     so
 */
@Introspected
public record DeliveryPage<T>(
    List<T> items,
    @Nullable String nextCursor,
    @Nullable String previousCursor,
    boolean isSearchedWhole) {

  /**
   * A page out of what was read from its start on: one row more than it has says that there is
   * more.
   */
  public static <T> DeliveryPage<T> of(
      List<T> oneMore, int size, PageStart start, Function<T, UUID> id) {
    boolean isMore = oneMore.size() > size;
    List<T> read = isMore ? oneMore.subList(0, size) : oneMore;
    List<T> items = start.isTowardsNewer() ? read.reversed() : read;
    if (items.isEmpty()) {
      return new DeliveryPage<>(items, null, null, true);
    }
    boolean isOlder = start.isTowardsNewer() || isMore;
    boolean isNewer = start.isTowardsNewer() ? isMore : start.beside() != null;
    return new DeliveryPage<>(
        List.copyOf(items),
        isOlder ? PageStart.olderThan(new DeliveryId(id.apply(items.getLast()))) : null,
        isNewer ? PageStart.newerThan(new DeliveryId(id.apply(items.getFirst()))) : null,
        true);
  }

  DeliveryPage<T> searched(boolean isWhole) {
    return new DeliveryPage<>(items, nextCursor, previousCursor, isWhole);
  }

  DeliveryPage<T> with(UnaryOperator<List<T>> shown) {
    return new DeliveryPage<>(shown.apply(items), nextCursor, previousCursor, isSearchedWhole);
  }
}
