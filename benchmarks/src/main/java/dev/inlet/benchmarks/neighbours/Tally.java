package dev.inlet.benchmarks.neighbours;

import dev.inlet.benchmarks.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What came back to whoever sent, and after what time; 0 is the status of no answer at all. */
final class Tally {

  private final List<Duration> times = new ArrayList<>();
  private final Map<Integer, Long> statuses = new TreeMap<>();

  synchronized void add(int status, Duration time) {
    times.add(time);
    statuses.merge(status, 1L, Long::sum);
  }

  synchronized void add(Tally other) {
    times.addAll(other.times);
    other.statuses.forEach((status, count) -> statuses.merge(status, count, Long::sum));
  }

  synchronized Times times() {
    return new Times(times);
  }

  synchronized int sent() {
    return times.size();
  }

  /** How many were not answered with one of these. */
  synchronized long otherThan(Set<Integer> wanted) {
    return statuses.entrySet().stream()
        .filter(each -> !wanted.contains(each.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** How many of each status. */
  @Override
  public synchronized String toString() {
    return statuses.entrySet().stream()
        .map(each -> "%d × %s".formatted(each.getValue(), name(each.getKey())))
        .collect(Collectors.joining(", "));
  }

  private static String name(int status) {
    return status == 0 ? "no answer" : Integer.toString(status);
  }
}
