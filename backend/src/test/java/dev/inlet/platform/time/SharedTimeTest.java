package dev.inlet.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SharedTimeTest {

  private static final Instant START = Instant.parse("2026-05-26T14:30:00Z");

  private final SettableClock own = new SettableClock(START);
  private long nanos = 5_000;
  private final SharedTime time = new SharedTime(own, () -> nanos);

  /** Goes on by this on both clocks of the node. */
  private void pass(Duration duration) {
    own.advance(duration);
    nanos += duration.toNanos();
  }

  private void learn(Instant told, Duration tookUntilNow) {
    time.learn(told, nanos - tookUntilNow.toNanos(), nanos);
  }

  @Test
  void isTheNodesOwnUntilAnythingIsTold() {
    assertThat(time.instant()).isEqualTo(START);
    assertThat(time.ahead()).isZero();
  }

  @Test
  void isTheNodesOwnWhileThatAgrees() {
    learn(START.plusMillis(200), Duration.ofMillis(2));

    assertThat(time.instant()).isEqualTo(START);
    assertThat(time.isOwn()).isTrue();
  }

  @Test
  void isWhatWasToldWhereTheNodeIsAheadOrBehind() {
    learn(START.minusSeconds(600), Duration.ZERO);
    assertThat(time.instant()).isEqualTo(START.minusSeconds(600));
    assertThat(time.ahead()).isEqualTo(Duration.ofMinutes(10));
    assertThat(time.isOwn()).isFalse();

    learn(START.plusSeconds(600), Duration.ZERO);
    assertThat(time.instant()).isEqualTo(START.plusSeconds(600));
    assertThat(time.ahead()).isEqualTo(Duration.ofMinutes(-10));
  }

  @Test
  void goesOnSteadilyWhenTheNodesClockIsSet() {
    learn(START, Duration.ZERO);
    pass(Duration.ofSeconds(3));

    own.advance(Duration.ofMinutes(10));
    assertThat(time.instant()).isEqualTo(START.plusSeconds(3));

    own.advance(Duration.ofMinutes(-20));
    pass(Duration.ofSeconds(1));
    assertThat(time.instant()).isEqualTo(START.plusSeconds(4));

    own.advance(Duration.ofMinutes(10));
    assertThat(time.instant()).isEqualTo(START.plusSeconds(4));
    assertThat(time.isOwn()).isTrue();
  }

  @Test
  void takesWhatWasToldForTheMiddleOfTheTimeThatItTook() {
    learn(START.plusSeconds(60), Duration.ofSeconds(2));

    assertThat(time.instant()).isEqualTo(START.plusSeconds(61));
  }

  @Test
  void keepsABetterAnswerThatOneThatTookLongDoesNotContradict() {
    learn(START.plusSeconds(60), Duration.ZERO);
    pass(Duration.ofSeconds(5));

    learn(START.plusSeconds(62), Duration.ofSeconds(4));

    assertThat(time.instant()).isEqualTo(START.plusSeconds(65));
  }

  @Test
  void isMovedNoFurtherByAnAnswerThatTookLongThanItHasTo() {
    learn(START.plusSeconds(60), Duration.ZERO);
    pass(Duration.ofSeconds(10));

    learn(START.plusSeconds(60).minusMillis(2), Duration.ofSeconds(10));
    assertThat(time.instant()).isEqualTo(START.plusSeconds(70).minusMillis(2));

    learn(START.plusSeconds(70).plusMillis(3), Duration.ofSeconds(10));
    assertThat(time.instant()).isEqualTo(START.plusSeconds(70).plusMillis(3));
  }

  @Test
  void followsWhenWhatIsToldIsSetItself() {
    learn(START.plusSeconds(60), Duration.ZERO);
    pass(Duration.ofSeconds(5));

    learn(START.plusSeconds(95), Duration.ofMillis(1));

    assertThat(time.instant()).isEqualTo(START.plusSeconds(95));
  }

  @Test
  void isInMilliseconds() {
    learn(START.plusSeconds(60).plusNanos(1_234_567), Duration.ZERO);

    assertThat(time.instant()).isEqualTo(START.plusSeconds(60).plusMillis(1));
  }
}
