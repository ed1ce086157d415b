package dev.inlet.benchmarks.start;

import dev.inlet.benchmarks.Times;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was measured, in Markdown. */
final class StartReport {

  private static final int SECOND_STRETCH = 100;
  private static final int THIRD_STRETCH = 500;
  private static final double MEBIBYTE = 1024 * 1024;

  private final int deliveries;
  private final int rounds;
  private final Duration idle;
  private final List<String> options;
  private final Map<Way, List<Beginning>> beginnings = new LinkedHashMap<>();
  private final Map<Way, Memory> memories = new LinkedHashMap<>();

  StartReport(int deliveries, int rounds, Duration idle, List<String> options) {
    this.deliveries = deliveries;
    this.rounds = rounds;
    this.idle = idle;
    this.options = options;
  }

  void add(Way way) {
    beginnings.put(way, new ArrayList<>());
  }

  void add(Way way, Beginning beginning) {
    Objects.requireNonNull(beginnings.get(way)).add(beginning);
  }

  void add(Way way, Memory memory) {
    memories.put(way, memory);
  }

  Set<Way> ways() {
    return beginnings.keySet();
  }

  String text() {
    return """
        # Start: measured on %s, %d processors for all of it

        %d starts of each, taking turns, on a database that is there; JVM options %s. Then %d deliveries, one after the other.

        | | ready after, s (best to worst) | processor until then, s | first delivery, ms | to the %dth, ms each | to the %dth | those after | processor per delivery, ms | idle after %d s, MB | of that, mirrors of files |
        |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|
        %s
        """
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            Runtime.getRuntime().availableProcessors(),
            rounds,
            String.join(" ", options),
            deliveries,
            SECOND_STRETCH,
            THIRD_STRETCH,
            idle.toSeconds(),
            ways().stream().map(this::row).collect(Collectors.joining("\n")));
  }

  private String row(Way way) {
    List<Beginning> all = Objects.requireNonNull(beginnings.get(way));
    Memory memory = Objects.requireNonNull(memories.get(way));
    Times ready = times(all, beginning -> Stream.of(beginning.ready()));
    return "| %s | %.2f (%.2f to %.2f) | %.2f | %s | %s | %s | %s | %.2f | %.0f | %.0f |"
        .formatted(
            way.name(),
            seconds(ready.percentile(50)),
            seconds(ready.sorted().getFirst()),
            seconds(ready.max()),
            seconds(times(all, each -> Stream.of(each.workedUntilReady())).percentile(50)),
            median(all, 0, 1),
            median(all, 1, SECOND_STRETCH),
            median(all, SECOND_STRETCH, THIRD_STRETCH),
            median(all, THIRD_STRETCH, deliveries),
            seconds(times(all, each -> Stream.of(each.workedForDeliveries())).percentile(50))
                * 1_000
                / deliveries,
            memory.resident() / MEBIBYTE,
            memory.ofFiles() / MEBIBYTE);
  }

  /** Of the deliveries of a stretch; empty if so many were not sent. */
  private static String median(List<Beginning> all, int from, int to) {
    if (all.stream().anyMatch(beginning -> beginning.deliveries().size() < to) || from >= to) {
      return "";
    }
    return Times.ms(
        times(all, each -> each.deliveries().subList(from, to).stream()).percentile(50));
  }

  private static Times times(List<Beginning> all, Function<Beginning, Stream<Duration>> of) {
    return new Times(all.stream().flatMap(of).toList());
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
