package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.testing.SettableClock;
import dev.inlet.testing.TestInlet;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeliveryStretchesTest {

  private static final OrganizationId ORGANIZATION = new OrganizationId(UUID.randomUUID());
  private static final DeliveryFilter ALL =
      new DeliveryFilter(null, null, null, null, null, null, null, null, null);

  private final SettableClock clock = new SettableClock();
  private final Log log = new Log();
  private final DeliveryStretches stretches = new DeliveryStretches(log, clock);

  @Test
  void meetsEachDeliveryOnceWhereOnlyShortStretchesAreSearchedInTime() throws IOException {
    log.received(clock, 40, Duration.ofHours(5));
    log.longest = Duration.ofHours(7);

    assertThat(all(ALL)).isEqualTo(log.deliveries);
  }

  @Test
  void searchesLongStretchesAtOnceWhereNothingIsFound() throws IOException {
    log.received(clock, 1, Duration.ofDays(3_000));

    assertThat(all(ALL)).hasSize(1);
    assertThat(log.statements).isLessThan(20);
  }

  @Test
  void keepsToThePeriodOfTheFilter() throws IOException {
    log.received(clock, 40, Duration.ofHours(5));
    Instant from = clock.instant().minus(Duration.ofHours(50));
    Instant to = clock.instant().minus(Duration.ofHours(10));

    assertThat(all(ALL.within(from, to))).isEqualTo(log.deliveries.subList(2, 10));
  }

  @Test
  void meetsEachDeliveryOnceWhereSearchingBecomesSlowBehindAFullPage() throws IOException {
    log.received(clock, 2 * DeliveryStretches.ROWS + 1, Duration.ofSeconds(10));
    log.fastFor = 1;
    log.longestLater = Duration.ofHours(1);

    assertThat(all(ALL)).isEqualTo(log.deliveries);
  }

  @Test
  void waitsForItsTurnAndNotForEver() throws IOException {
    log.received(clock, 3, Duration.ofHours(5));
    log.busy = 5;
    assertThat(all(ALL)).hasSize(3);

    log.busy = Integer.MAX_VALUE;
    assertThatThrownBy(() -> all(ALL)).isInstanceOf(ProblemException.class);
  }

  @Test
  void givesUpWhereNotEvenAMinuteIsSearchedInTime() {
    log.received(clock, 3, Duration.ofHours(5));
    log.longest = Duration.ZERO;

    assertThatThrownBy(() -> all(ALL)).isInstanceOf(ProblemException.class);
  }

  private List<DeliveryId> all(DeliveryFilter filter) throws IOException {
    List<DeliveryId> taken = new ArrayList<>();
    stretches.forEach(ORGANIZATION, filter, log::list, delivery -> taken.add(delivery.id()));
    return taken;
  }

  /** A log that is searched no faster than it is told. */
  private static final class Log extends ExportRepository {

    private final List<DeliveryId> deliveries = new ArrayList<>();
    private Duration longest = Duration.ofDays(100_000);
    private Duration longestLater = longest;
    private int fastFor;
    private int busy;
    private int statements;

    Log() {
      super(
          TestInlet.shared().bean(Database.class),
          TestInlet.shared().bean(HeavyReads.class),
          TestInlet.shared().bean(DeliveryMasks.class));
    }

    void received(SettableClock clock, int count, Duration apart) {
      IntStream.rangeClosed(1, count)
          .mapToObj(i -> DeliveryId.at(clock.instant().minus(apart.multipliedBy(i))))
          .forEach(deliveries::add);
    }

    @Override
    Optional<Instant> first(OrganizationId organization, Instant from) {
      return deliveries.stream()
          .map(DeliveryId::receivedAt)
          .filter(time -> !time.isBefore(from))
          .min(Instant::compareTo);
    }

    @Override
    List<ExportedDelivery> list(
        OrganizationId organization, DeliveryFilter filter, PageStart start) {
      statements++;
      if (busy > 0) {
        busy--;
        throw ProblemException.retryLater(ProblemType.TOO_MANY_REQUESTS, Duration.ofSeconds(1));
      }
      Instant from = filter.from();
      Instant to = filter.to();
      assertThat(from).isNotNull();
      Duration possible = fastFor > 0 && statements > fastFor ? longestLater : longest;
      if (Duration.between(from, to).compareTo(possible) > 0) {
        throw new ProblemException(ProblemType.TOOK_TOO_LONG);
      }
      return deliveries.stream()
          .filter(id -> !id.receivedAt().isBefore(from) && id.receivedAt().isBefore(to))
          .filter(
              id -> start.beside() == null || id.receivedAt().isBefore(start.beside().receivedAt()))
          .limit(DeliveryStretches.ROWS)
          .map(Log::delivery)
          .toList();
    }

    private static ExportedDelivery delivery(DeliveryId id) {
      DeliverySummary summary =
          new DeliverySummary(
              id.value(),
              id.receivedAt(),
              UUID.randomUUID(),
              null,
              1,
              Outcome.SUCCEEDED,
              null,
              null,
              null,
              null,
              "",
              0,
              null,
              0,
              null,
              null);
      return new ExportedDelivery(summary, new byte[0], false);
    }
  }
}
