package dev.inlet.platform.paging;

import dev.inlet.platform.problem.ProblemException;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items the rows, in the list's order
 * @param nextCursor what to pass as {@code cursor} for the next page; null on the last
 */
@Introspected
public record Page<T>(List<T> items, @Nullable String nextCursor) {

  private static final int SIZE_DEFAULT = 50;
  private static final int SIZE_MAX = 200;

  /** How many rows a caller gets who asked for so many. */
  public static int size(@Nullable Integer limit) {
    if (limit != null && (limit < 1 || limit > SIZE_MAX)) {
      throw ProblemException.invalid("", "The limit is 1 to %d.".formatted(SIZE_MAX));
    }
    return limit == null ? SIZE_DEFAULT : limit;
  }

  /**
   * A page out of one row more than it has: that there is one more says that there is a next page.
   */
  public static <T> Page<T> of(List<T> oneMore, int size, Function<T, String> cursor) {
    if (oneMore.size() <= size) {
      return new Page<>(oneMore, null);
    }
    List<T> items = oneMore.subList(0, size);
    return new Page<>(items, cursor.apply(items.getLast()));
  }

  public <R> Page<R> map(Function<T, R> mapper) {
    return new Page<>(items.stream().map(mapper).toList(), nextCursor);
  }
}
