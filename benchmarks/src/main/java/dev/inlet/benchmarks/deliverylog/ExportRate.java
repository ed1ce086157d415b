package dev.inlet.benchmarks.deliverylog;

import static java.util.Comparator.comparingDouble;
import static java.util.stream.Collectors.joining;

import dev.inlet.benchmarks.Caller;
import dev.inlet.benchmarks.Node;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How fast deliveries are exported, and how much memory is in use meanwhile. */
record ExportRate(Node node, Population population, Size size) {

  private static final List<String> FORMATS = List.of("NDJSON", "CSV");
  private static final int LOOKS = 20;
  private static final byte LINE = '\n';

  void measure(Report report) throws IOException, InterruptedException {
    report.section(
        "Export, for the largest organization",
        """
        | Format | rows | rows/s, each time | median | MB/s | used heap, after collecting, 20 times on the way (MB) |
        |---|--:|--:|--:|--:|---|
        """);
    for (String format : FORMATS) {
      export(format, Long.MAX_VALUE); // what is read is in memory then, and the code compiled
    }
    for (String format : FORMATS) {
      measure(format, report);
    }
  }

  private void measure(String format, Report report) throws IOException, InterruptedException {
    List<Result> timed = new ArrayList<>();
    for (int i = 0; i < size.exports(); i++) {
      timed.add(export(format, Long.MAX_VALUE));
    }
    List<Result> sorted = timed.stream().sorted(comparingDouble(Result::rate)).toList();
    Result median = sorted.get(sorted.size() / 2);
    Result looked = export(format, Math.max(1, median.rows() / LOOKS));
    report.line(
        "| %s | %d | %s | %.0f | %.1f | %s |"
            .formatted(
                format,
                median.rows(),
                timed.stream().map(each -> "%.0f".formatted(each.rate())).collect(joining(", ")),
                median.rate(),
                median.bytes() / 1e6 / seconds(median.time()),
                looked.heaps()));
  }

  private record Result(long rows, long bytes, Duration time, List<Long> heaps) {

    /** Rows in a second. */
    double rate() {
      return rows / seconds(time);
    }
  }

  /** All that the organization has of a week. */
  private Result export(String format, long lookEvery) throws IOException, InterruptedException {
    Caller owner = Caller.signIn(node.url(), Population.EMAIL, Population.PASSWORD);
    String path =
        "/api/organizations/%s/deliveries/export?format=%s&from=%s&webhookId=%s"
            .formatted(
                population.largest().organization().value(),
                format,
                Instant.now().minus(Duration.ofDays(7)),
                population.largest().webhooks().getFirst());
    long rows = 0;
    long bytes = 0;
    List<Long> heaps = new ArrayList<>();
    byte[] buffer = new byte[1 << 16];
    long start = System.nanoTime();
    try (InputStream in = owner.stream(path)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
        for (int i = 0; i < read; i++) {
          if (buffer[i] == LINE && ++rows % lookEvery == 0) {
            heaps.add(usedMegabytes());
          }
        }
      }
    }
    return new Result(rows, bytes, Duration.ofNanos(System.nanoTime() - start), heaps);
  }

  private static long usedMegabytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
