package dev.inlet.deliveries;

import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Goes through all deliveries that a filter means, the newest first. Each batch is one statement
 * about one stretch of time: where deliveries fit seldom, no statement looks for the next one
 * through the whole log. Between two of them nothing of the database is held.
 */
@Singleton
class DeliveryBatches {

  private static final Duration FIRST_STRETCH = Duration.ofDays(1);
  private static final Duration SHORTEST_STRETCH = Duration.ofMinutes(1);

  /** What was searched through faster than this is followed by a longer stretch. */
  private static final Duration SOON = Duration.ofSeconds(1);

  /** Each time a turn is waited for. */
  private static final int TURNS_MISSED_MAX = 30;

  private final ExportRepository deliveries;
  private final Clock clock;

  DeliveryBatches(ExportRepository deliveries, Clock clock) {
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /** Takes the deliveries one by one, while nothing is waiting for it. */
  @FunctionalInterface
  interface Sink {
    void take(ExportedDelivery delivery) throws IOException;
  }

  /** Up to now: what is delivered meanwhile would keep it from ever ending. */
  void forEach(OrganizationId organization, DeliveryFilter filter, Sink sink) throws IOException {
    Instant beginning = filter.from() == null ? Instant.EPOCH : filter.from();
    Optional<Instant> first = deliveries.first(organization, beginning);
    if (first.isPresent()) {
      forEach(organization, filter, first.get(), sink);
    }
  }

  private void forEach(OrganizationId organization, DeliveryFilter filter, Instant first, Sink sink)
      throws IOException {
    Instant end = end(filter);
    Duration stretch = FIRST_STRETCH;
    PageStart start = PageStart.NEWEST;
    while (end.isAfter(first)) {
      Instant from = latest(first, end.minus(stretch));
      long began = System.nanoTime();
      Optional<List<ExportedDelivery>> batch =
          read(organization, filter.within(from, end), start, stretch);
      if (batch.isEmpty()) {
        stretch = stretch.dividedBy(4);
        continue;
      }
      boolean wasSoon = System.nanoTime() - began < SOON.toNanos();
      for (ExportedDelivery delivery : batch.get()) {
        sink.take(delivery);
      }
      if (isFull(batch.get())) {
        start = new PageStart(new DeliveryId(batch.get().getLast().summary().id()), false);
      } else {
        end = from;
        start = PageStart.NEWEST;
        stretch = wasSoon ? stretch.multipliedBy(2) : stretch;
      }
    }
  }

  private Instant end(DeliveryFilter filter) {
    Instant now = clock.instant().plusMillis(1); // what came this very millisecond is there
    return filter.to() == null || filter.to().isAfter(now) ? now : filter.to();
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** Whether there may be more of the same stretch. */
  private static boolean isFull(List<ExportedDelivery> batch) {
    return batch.size() >= ExportRepository.BATCH_ROWS
        || batch.stream().mapToLong(each -> each.summary().bodyBytes()).sum()
            >= ExportRepository.BATCH_BYTES;
  }

  /** Empty if the stretch is too long to be searched through at once. */
  private Optional<List<ExportedDelivery>> read(
      OrganizationId organization, DeliveryFilter filter, PageStart start, Duration stretch) {
    for (int missed = 0; ; missed++) {
      try {
        return Optional.of(deliveries.list(organization, filter, start));
      } catch (ProblemException e) {
        boolean canBeShorter =
            e.type() == ProblemType.TOOK_TOO_LONG && stretch.compareTo(SHORTEST_STRETCH) > 0;
        if (canBeShorter) {
          return Optional.empty();
        }
        if (e.type() != ProblemType.TOO_MANY_REQUESTS || missed == TURNS_MISSED_MAX) {
          throw e;
        }
      }
    }
  }
}
