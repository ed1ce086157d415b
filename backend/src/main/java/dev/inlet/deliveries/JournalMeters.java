package dev.inlet.deliveries;

import dev.inlet.platform.metrics.Latencies;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** How the journal keeps up; counted by group, not by delivery. */
final class JournalMeters {

  private final Timer groups;
  private final Counter entries;
  private final Counter failures;

  JournalMeters(MeterRegistry registry, JournalWriter writer) {
    this.groups =
        Latencies.timer(
            registry, "inlet.journal.groups", "How long writing a group of entries took");
    this.entries =
        Counter.builder("inlet.journal.entries")
            .description("Entries that went into groups")
            .register(registry);
    this.failures =
        Counter.builder("inlet.journal.failures")
            .description("Entries that could not be written")
            .register(registry);
    Gauge.builder("inlet.journal.waiting", writer, JournalWriter::waiting)
        .description("Entries that wait to be written")
        .register(registry);
    Gauge.builder("inlet.journal.waiting.max", () -> JournalWriter.WAITING_MAX)
        .description("How many entries may wait; from half of it on the node takes no deliveries")
        .register(registry);
    Gauge.builder("inlet.journal.age", writer, JournalMeters::seconds)
        .description("How long the entry whose turn is next has waited")
        .baseUnit("seconds")
        .register(registry);
  }

  void written(int count, long nanos) {
    groups.record(Duration.ofNanos(nanos));
    entries.increment(count);
  }

  void failed() {
    failures.increment();
  }

  private static double seconds(JournalWriter writer) {
    return writer.age().toNanos() / 1e9;
  }
}
