package dev.inlet.benchmarks;

import java.time.Duration;
import java.util.List;

/** How long something took each time. */
public record Times(List<Duration> sorted) {

  public Times {
    sorted = sorted.stream().sorted().toList();
    if (sorted.isEmpty()) {
      throw new IllegalArgumentException("Nothing was timed");
    }
  }

  /** The time that so many percent did not exceed: one that was measured, not one in between. */
  public Duration percentile(double percent) {
    int rank = (int) Math.ceil(percent / 100 * sorted.size());
    return sorted.get(Math.clamp(rank - 1, 0, sorted.size() - 1));
  }

  public Duration max() {
    return sorted.getLast();
  }

  /** As milliseconds with one digit after the point. */
  public static String ms(Duration time) {
    return "%.1f".formatted(time.toNanos() / 1e6);
  }
}
