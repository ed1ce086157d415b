package dev.inlet.benchmarks.deliverylog;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How much is loaded, and how long is measured.
 *
 * @param rows how many deliveries, the same number each day
 * @param organizations the first of them has 40 % of the deliveries, the others share the rest
 * @param days the last of them is today
 * @param samples how often each filter is asked for; 0 to leave that out
 * @param exports how often each format is exported; 0 to leave that out
 * @param round how long deliveries are written at a stretch
 * @param rounds how often each database has its turn at that; 0 to leave that out
 * @param drops how many days are dropped in the end; after any, the next run loads anew
 */
record Size(
    int rows,
    int organizations,
    int days,
    int samples,
    int exports,
    Duration round,
    int rounds,
    int drops) {

  static Size of(Map<String, Integer> settings) {
    Map<String, Integer> left = new HashMap<>(settings);
    Size size =
        new Size(
            take(left, "rows", 10_000_000),
            take(left, "organizations", 200),
            take(left, "days", 30),
            take(left, "samples", 100),
            take(left, "exports", 3),
            Duration.ofSeconds(take(left, "seconds", 10)),
            take(left, "rounds", 3),
            take(left, "drops", 0));
    if (!left.isEmpty()) {
      throw new IllegalArgumentException("There is nothing to set called " + left.keySet());
    }
    return size;
  }

  private static int take(Map<String, Integer> settings, String name, int otherwise) {
    Integer set = settings.remove(name);
    return set == null ? otherwise : set;
  }

  int rowsOfDay() {
    return rows / days;
  }

  /** What another load must have been to be taken for this one. */
  String content() {
    return "%d deliveries, %d organizations, %d days".formatted(rows, organizations, days);
  }
}
