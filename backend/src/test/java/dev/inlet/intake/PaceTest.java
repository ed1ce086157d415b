package dev.inlet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

  private static final long MILLI = 1_000_000;

  private long nanos = 7;
  private int looks;
  private final Pace pace = new Pace(() -> nanos);

  /** So much later, whether there was a look; it takes as long as is said. */
  private boolean looksAfter(long millis, long takesMillis) {
    nanos += millis * MILLI;
    int before = looks;
    pace.lookIfTime(
        () -> {
          looks++;
          nanos += takesMillis * MILLI;
        });
    return looks > before;
  }

  @Test
  void looksFirstAtOnceAndThenTwiceASecondIfNobodyWantsIt() {
    assertThat(looksAfter(0, 2)).isTrue();
    assertThat(looksAfter(100, 2)).isFalse();
    assertThat(looksAfter(399, 2)).isFalse();
    assertThat(looksAfter(1, 2)).isTrue();
    assertThat(looksAfter(100, 2)).isFalse();
  }

  @Test
  void looksSoonerWhenItIsWantedAndOnce() {
    looksAfter(0, 2);

    pace.want();

    assertThat(looksAfter(100, 2)).isTrue();
    assertThat(looksAfter(100, 2)).isFalse();
  }

  @Test
  void looksAgainWhenItIsWantedDuringALook() {
    looksAfter(0, 2);
    nanos += 500 * MILLI;
    pace.lookIfTime(pace::want);

    assertThat(looksAfter(100, 2)).isTrue();
  }

  @Test
  void restsFourTimesAsLongAsALookTookButNeverLongerThanHalfASecond() {
    looksAfter(0, 80);
    pace.want();

    assertThat(looksAfter(300, 200)).isFalse();
    assertThat(looksAfter(20, 200)).isTrue();
    pace.want();
    assertThat(looksAfter(499, 0)).isFalse();
    assertThat(looksAfter(1, 0)).isTrue();
  }
}
