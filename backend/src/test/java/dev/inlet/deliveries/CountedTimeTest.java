package dev.inlet.deliveries;

import static dev.inlet.deliveries.Resolution.HOUR;
import static dev.inlet.deliveries.Resolution.MINUTE;
import static dev.inlet.deliveries.Resolution.QUARTER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.deliveries.CountedTime.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CountedTimeTest {

  private static final Instant NOW = Instant.parse("2026-11-28T12:34:56Z");

  @Test
  void isCountedAsCoarselyAsItCanBe() {
    CountedTime time =
        CountedTime.of(
            at("2026-11-28T08:13:20Z"), at("2026-11-28T11:50:10Z"), Duration.ofHours(1), NOW);

    assertThat(time.counted())
        .containsExactlyInAnyOrder(
            new Stretch(HOUR, at("2026-11-28T09:00:00Z"), at("2026-11-28T11:00:00Z")),
            new Stretch(QUARTER, at("2026-11-28T08:15:00Z"), at("2026-11-28T09:00:00Z")),
            new Stretch(QUARTER, at("2026-11-28T11:00:00Z"), at("2026-11-28T11:45:00Z")),
            new Stretch(MINUTE, at("2026-11-28T08:14:00Z"), at("2026-11-28T08:15:00Z")),
            new Stretch(MINUTE, at("2026-11-28T11:45:00Z"), at("2026-11-28T11:50:00Z")));
    assertThat(time.rests())
        .containsExactlyInAnyOrder(
            new Stretch(null, at("2026-11-28T08:13:20Z"), at("2026-11-28T08:14:00Z")),
            new Stretch(null, at("2026-11-28T11:50:00Z"), at("2026-11-28T11:50:10Z")));
  }

  @Test
  void usesNoCountThatIsNotKept() {
    CountedTime time =
        CountedTime.of(
            at("2026-11-01T08:13:20Z"), at("2026-11-01T08:20:00Z"), Duration.ofMinutes(1), NOW);

    assertThat(time.counted()).isEmpty();
    assertThat(time.rests())
        .containsExactly(new Stretch(null, at("2026-11-01T08:13:20Z"), at("2026-11-01T08:20:00Z")));
  }

  @Property
  void everyMomentIsCountedOnce(
      @ForAll @IntRange(max = 3_000_000) int before,
      @ForAll @IntRange(min = 1, max = 3_000_000) int seconds,
      @ForAll @IntRange(min = 60, max = 86_400) int coarsest) {
    Instant from = NOW.minusSeconds(before).minusSeconds(seconds);
    Instant to = NOW.minusSeconds(before);

    CountedTime time = CountedTime.of(from, to, Duration.ofSeconds(coarsest), NOW);

    List<Stretch> all = new ArrayList<>(time.counted());
    all.addAll(time.rests());
    all.sort(Comparator.comparing(Stretch::from));
    assertThat(all.getFirst().from()).isEqualTo(from);
    assertThat(all.getLast().to()).isEqualTo(to);
    for (int i = 1; i < all.size(); i++) {
      assertThat(all.get(i).from()).isEqualTo(all.get(i - 1).to());
    }
    assertThat(time.counted())
        .allSatisfy(
            stretch ->
                assertThat(Objects.requireNonNull(stretch.resolution()).length().toSeconds())
                    .isLessThanOrEqualTo(coarsest));
  }

  private static Instant at(String time) {
    return Instant.parse(time);
  }
}
