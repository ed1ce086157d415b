package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DaysTest {

  private static final Instant NOW = Instant.parse("2026-11-28T10:30:00Z");
  private static final DeliveryFilter ANY = filter(null, null);

  @Test
  void theNewestPageBeginsWithTodayAndWhateverIsLater() {
    Days first = Days.first(ANY, PageStart.NEWEST, NOW);

    assertThat(first.from()).isEqualTo("2026-11-28T00:00:00Z");
    assertThat(first.to()).isNull();
    assertThat(first.next().from()).isEqualTo("2026-11-24T00:00:00Z");
    assertThat(first.next().next().next().areLast()).isTrue();
  }

  @Test
  void aPageThatBeginsAtMidnightBeginsWithThatInstant() {
    Days first = Days.first(ANY, after("2026-11-20T00:00:00Z"), NOW);

    assertThat(first.from()).isEqualTo("2026-11-20T00:00:00Z");
    assertThat(first.to()).isEqualTo("2026-11-20T00:00:00.001Z");
  }

  /** Nothing is there between now and then: going through those days would never end. */
  @Test
  void anEndInTheFutureIsNoMoreThanNow() {
    Days first = Days.first(filter(null, "9999-12-31T00:00:00Z"), PageStart.NEWEST, NOW);

    assertThat(first.from()).isEqualTo("2026-11-28T00:00:00Z");
    assertThat(first.next().one().from()).isEqualTo("2026-11-27T00:00:00Z");
  }

  @Test
  void aClockThatIsBehindOrAheadLosesNothing() {
    for (Instant now : List.of(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(1)))) {
      assertThat(Days.first(ANY, PageStart.NEWEST, now).to()).isNull();
    }
  }

  @Test
  void aTimeBeforeAllTimeIsTheLastPart() {
    Days first = Days.first(filter(null, "1970-01-02T00:00:00Z"), PageStart.NEWEST, NOW);

    assertThat(first.areLast() || first.next().areLast()).isTrue();
  }

  @Property
  void partsFollowEachOtherAndAreAllThatIsAskedFor(
      @ForAll("hours") long from,
      @ForAll("hours") long to,
      @ForAll("hours") long beside,
      @ForAll boolean isTowardsNewer,
      @ForAll boolean isShortened) {
    DeliveryFilter filter = filter(at(from).toString(), at(to).toString());
    PageStart start = new PageStart(DeliveryId.at(at(beside)), isTowardsNewer);

    List<Days> parts = new ArrayList<>();
    Days days = Days.first(filter, start, NOW);
    parts.add(isShortened ? days.one() : days);
    while (!parts.getLast().areLast() && parts.size() < 1_000) {
      Days next = parts.getLast().next();
      parts.add(isShortened && parts.size() % 2 == 0 ? next.one() : next);
    }

    assertThat(parts).hasSizeLessThan(1_000);
    for (int i = 1; i < parts.size(); i++) {
      Days before = parts.get(i - 1);
      Days after = parts.get(i);
      assertThat(isTowardsNewer ? after.from() : after.to())
          .isEqualTo(isTowardsNewer ? before.to() : before.from());
    }
    Days last = parts.getLast();
    assertThat(isTowardsNewer ? last.to() : last.from())
        .isEqualTo(isTowardsNewer ? at(to) : at(from));
    Days all = parts.getFirst().all();
    assertThat(all.areLast()).isTrue();
    assertThat(isTowardsNewer ? all.from() : all.to())
        .isEqualTo(isTowardsNewer ? parts.getFirst().from() : parts.getFirst().to());
  }

  @Provide
  Arbitrary<Long> hours() {
    return Arbitraries.longs().between(-24 * 400, 24 * 3);
  }

  private static Instant at(long hours) {
    return NOW.plus(Duration.ofHours(hours));
  }

  private static PageStart after(String time) {
    return new PageStart(DeliveryId.at(Instant.parse(time)), false);
  }

  private static DeliveryFilter filter(@Nullable String from, @Nullable String to) {
    return new DeliveryFilter(
        null,
        null,
        null,
        null,
        from == null ? null : Instant.parse(from),
        to == null ? null : Instant.parse(to),
        null,
        null,
        null);
  }
}
