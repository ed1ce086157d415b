package dev.inlet.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatienceTest {

  private static final Instant START = Instant.parse("2026-05-26T14:30:00Z");

  private final Patience patience = new Patience(new Random(7));

  @Test
  void waitsTwiceAsLongEachTimeAndSomewhatLessByChance() {
    for (int attempts = 1; attempts < 10; attempts++) {
      Duration whole = Duration.ofSeconds(1L << attempts);

      assertThat(delay(attempts)).isBetween(whole.dividedBy(2), whole);
    }
  }

  @Test
  void waitsAnHourAtMost() {
    for (int attempts : new int[] {12, 40, 1_000, Integer.MAX_VALUE}) {
      assertThat(delay(attempts)).isBetween(Duration.ofMinutes(30), Duration.ofHours(1));
    }
  }

  @Test
  void sendsMailsThatFailedTogetherOnTheirWaysAtDifferentTimes() {
    List<Duration> delays = IntStream.range(0, 50).mapToObj(i -> delay(5)).distinct().toList();

    assertThat(delays).hasSizeGreaterThan(40);
  }

  @Test
  void givesUpAfterADay() {
    Instant now = START;
    int attempts = 0;
    Optional<Instant> next = Optional.of(START);
    while (next.isPresent()) {
      now = next.get();
      attempts++;
      next = patience.nextTry(START, attempts, now);
    }

    assertThat(Duration.between(START, now)).isBetween(Duration.ofHours(22), Duration.ofHours(24));
    assertThat(attempts).isBetween(30, 70);
  }

  private Duration delay(int attempts) {
    return Duration.between(START, patience.nextTry(START, attempts, START).orElseThrow());
  }
}
