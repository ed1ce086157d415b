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
 * Goes through all deliveries that a filter means, the newest first. Each statement is about one
 * stretch of time: where deliveries fit seldom, no statement looks for the next one through the
 * whole log. Between two of them nothing of the database is held.
 */
@Singleton
class DeliveryStretches {

  static final int ROWS = 4_000;
  static final int BYTES = 8 * 1024 * 1024;

  private static final Duration FIRST_STRETCH = Duration.ofDays(1);
  private static final Duration SHORTEST_STRETCH = Duration.ofMinutes(1);

  /** What was searched through faster than this is followed by a longer stretch. */
  private static final Duration SOON = Duration.ofSeconds(1);

  /** Each time a turn is waited for. */
  private static final int TURNS_MISSED_MAX = 30;

  private final ExportRepository deliveries;
  private final Clock clock;

  DeliveryStretches(ExportRepository deliveries, Clock clock) {
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /** Reads the newest of a stretch from a start on, as many as are good to have at once. */
  @FunctionalInterface
  interface Reader<T extends StoredDelivery> {
    List<T> read(OrganizationId organization, DeliveryFilter filter, PageStart start);
  }

  /** Takes the deliveries one by one, while nothing is waiting for it. */
  @FunctionalInterface
  interface Sink<T> {
    void take(T delivery) throws IOException;
  }

  /** Up to now: what is delivered meanwhile would keep it from ever ending. */
  <T extends StoredDelivery> void forEach(
      OrganizationId organization, DeliveryFilter filter, Reader<T> reader, Sink<T> sink)
      throws IOException {
    Instant beginning = filter.from() == null ? Instant.EPOCH : filter.from();
    Optional<Instant> first = deliveries.first(organization, beginning);
    if (first.isPresent()) {
      forEach(organization, filter, first.get(), reader, sink);
    }
  }

  private <T extends StoredDelivery> void forEach(
      OrganizationId organization,
      DeliveryFilter filter,
      Instant first,
      Reader<T> reader,
      Sink<T> sink)
      throws IOException {
    Instant end = end(filter);
    Duration stretch = FIRST_STRETCH;
    PageStart start = PageStart.NEWEST;
    while (end.isAfter(first)) {
      Instant from = latest(first, end.minus(stretch));
      long began = System.nanoTime();
      Optional<List<T>> read = read(organization, filter.within(from, end), start, reader, stretch);
      if (read.isEmpty()) {
        stretch = stretch.dividedBy(4);
        continue;
      }
      boolean wasSoon = System.nanoTime() - began < SOON.toNanos();
      for (T delivery : read.get()) {
        sink.take(delivery);
      }
      if (isFull(read.get())) {
        DeliveryId last = read.get().getLast().id();
        start = new PageStart(last, false);
        end = last.receivedAt().plusMillis(1); // its millisecond may have more
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
  private static boolean isFull(List<? extends StoredDelivery> read) {
    return read.size() >= ROWS || read.stream().mapToLong(StoredDelivery::bodyBytes).sum() >= BYTES;
  }

  /** Empty if the stretch is too long to be searched through at once. */
  private static <T extends StoredDelivery> Optional<List<T>> read(
      OrganizationId organization,
      DeliveryFilter filter,
      PageStart start,
      Reader<T> reader,
      Duration stretch) {
    for (int missed = 0; ; missed++) {
      try {
        return Optional.of(reader.read(organization, filter, start));
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
