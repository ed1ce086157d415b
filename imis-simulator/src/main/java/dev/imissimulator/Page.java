package dev.imissimulator;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param total how many there are in all the pages
 */
record Page<T>(List<T> items, int offset, int limit, int total) {
  boolean hasNext() {
    return offset + items.size() < total;
  }

  /** 0 on the last page, as iMIS says it. */
  int nextOffset() {
    return hasNext() ? offset + items.size() : 0;
  }

  <R> Page<R> map(Function<? super T, ? extends R> mapping) {
    return new Page<>(items.stream().<R>map(mapping).toList(), offset, limit, total);
  }
}
