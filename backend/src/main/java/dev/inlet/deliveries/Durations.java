package dev.inlet.deliveries;

import org.jspecify.annotations.Nullable;

/**
 * How many took about how long: the n-th number counts those of at least 2^((n-1)/4) ms and less
 * than 2^(n/4), so that what is said of them is right within a tenth.
 */
final class Durations {

  private static final int CLASSES = 64;

  private final long[] counts = new long[CLASSES];
  private long total;

  void add(int number, long count) {
    counts[number - 1] += count;
    total += count;
  }

  /** How long so large a part of them took at most, in milliseconds; null if there were none. */
  @Nullable Integer atMost(double part) {
    if (total == 0) {
      return null;
    }
    long rank = Math.max(1, (long) Math.ceil(part * total));
    int index = 0;
    for (long passed = counts[0]; passed < rank; passed += counts[index]) {
      index++;
    }
    return (int) Math.round(Math.pow(2, (index + 0.5) / 4));
  }
}
