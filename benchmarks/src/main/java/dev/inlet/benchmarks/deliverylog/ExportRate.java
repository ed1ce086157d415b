package dev.inlet.benchmarks.deliverylog;

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

  private static final int LOOKS = 20;
  private static final byte LINE = '\n';

  void measure(Report report) throws IOException, InterruptedException {
    report.section(
        "Export, for the largest organization",
        """
        | Format | rows | seconds | rows/s | MB/s | used heap, after collecting, 20 times on the way (MB) |
        |---|--:|--:|--:|--:|---|
        """);
    for (String format : List.of("NDJSON", "CSV")) {
      Result timed = export(format, Long.MAX_VALUE);
      Result looked = export(format, Math.max(1, timed.rows() / LOOKS));
      report.line(
          "| %s | %d | %.1f | %.0f | %.1f | %s |"
              .formatted(
                  format,
                  timed.rows(),
                  seconds(timed.time()),
                  timed.rows() / seconds(timed.time()),
                  timed.bytes() / 1e6 / seconds(timed.time()),
                  looked.heaps()));
    }
  }

  private record Result(long rows, long bytes, Duration time, List<Long> heaps) {}

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
