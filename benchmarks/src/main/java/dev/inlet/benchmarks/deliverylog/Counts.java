package dev.inlet.benchmarks.deliverylog;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The rows of {@code delivery_counts} that so many deliveries would have led to. */
final class Counts {

  private static final int CLASSES = 64;
  private static final Duration MINUTES_KEPT = Duration.ofDays(3);

  private record Key(UUID organization, String resolution, Instant startsAt, UUID webhook) {}

  private static final class Count {
    private int succeeded;
    private int rejected;
    private int failed;
    private int unknown;
    private long bytes;
    private final long[] took = new long[CLASSES];

    /** As {@code add_up_deliveries} keeps them. */
    long[] tookUpToTheLongest() {
      int length = CLASSES;
      while (length > 0 && took[length - 1] == 0) {
        length--;
      }
      return Arrays.copyOf(took, length);
    }
  }

  private final Map<Key, Count> counts = new HashMap<>();
  private final Instant now;

  Counts(Instant now) {
    this.now = now;
  }

  void add(GeneratedDelivery delivery) {
    if (delivery.receivedAt().isAfter(now.minus(MINUTES_KEPT))) {
      add(delivery, "MINUTE", 60);
    }
    add(delivery, "QUARTER", 900);
    add(delivery, "HOUR", 3600);
  }

  private void add(GeneratedDelivery delivery, String resolution, int seconds) {
    long second = delivery.receivedAt().getEpochSecond();
    Key key =
        new Key(
            delivery.member().organization().value(),
            resolution,
            Instant.ofEpochSecond(second - second % seconds),
            delivery.webhook());
    Count count = counts.computeIfAbsent(key, _ -> new Count());
    switch (delivery.outcome()) {
      case "SUCCEEDED" -> count.succeeded++;
      case "REJECTED" -> count.rejected++;
      case "FAILED" -> count.failed++;
      default -> count.unknown++;
    }
    count.bytes += delivery.body().length;
    if (!delivery.isRejected()) {
      count.took[durationClass(delivery) - 1]++;
    }
  }

  /** As {@code duration_class} has it. */
  private static int durationClass(GeneratedDelivery delivery) {
    long ms = Duration.between(delivery.receivedAt(), delivery.finishedAt()).toMillis();
    return (int)
        Math.min(CLASSES, 1 + Math.floor(4 * Math.log((double) Math.max(1, ms)) / Math.log(2)));
  }

  byte[] rows() {
    CopyRow rows = new CopyRow();
    counts.forEach(
        (key, count) ->
            rows.add(key.organization(), key.resolution(), key.startsAt(), key.webhook())
                .add(count.succeeded)
                .add(count.rejected)
                .add(count.failed)
                .add(count.unknown)
                .add(0)
                .add(count.bytes)
                .numbers(count.tookUpToTheLongest())
                .end());
    return rows.take();
  }
}
