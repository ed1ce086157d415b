package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.testing.Sql;
import dev.inlet.testing.TestInlet;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

  @Test
  void saysNothingOfNone() {
    assertThat(new Durations().atMost(0.5)).isNull();
  }

  /** The database sorts them into classes, and this is what is made of these. */
  @ParameterizedTest
  @ValueSource(ints = {2, 10, 57, 100, 999, 1_000, 9_999, 30_000})
  void isRightWithinATenth(int milliseconds) {
    Durations took = new Durations();

    took.add(classOf(milliseconds), 3);

    assertThat(took.atMost(0.5)).isCloseTo(milliseconds, Percentage.withPercentage(10));
  }

  @Test
  void theMedianIsNotTheSlowest() {
    Durations took = new Durations();
    took.add(classOf(100), 94);
    took.add(classOf(5_000), 6);

    assertThat(took.atMost(0.5)).isCloseTo(100, Percentage.withPercentage(10));
    assertThat(took.atMost(0.95)).isCloseTo(5_000, Percentage.withPercentage(10));
  }

  @ParameterizedTest
  @ValueSource(ints = {-5, 0, 1, 100_000_000})
  void whatIsTooShortOrTooLongIsCountedAllTheSame(int milliseconds) {
    assertThat(classOf(milliseconds)).isBetween(1, 64);
  }

  @Test
  void aClassBeginsWithItsFirstMicrosecond() {
    assertThat(
            Sql.rows(
                TestInlet.shared(),
                """
                SELECT count(*) FROM (
                  SELECT ceil(1000 * 2 ^ (number / 4.0)) * interval '1 microsecond' AS first, number
                  FROM generate_series(0, 63) AS number) AS class
                WHERE duration_class(now(), now() + first) <> number + 1
                  OR number > 0 AND duration_class(now(), now() + first - interval '1 microsecond') <> number
                """))
        .containsExactly("0");
  }

  @Test
  void whatNeverEndedIsInTheFirstClass() {
    assertThat(Sql.rows(TestInlet.shared(), "SELECT duration_class(now(), NULL)"))
        .containsExactly("1");
  }

  private static int classOf(int milliseconds) {
    return Integer.parseInt(
        Sql.rows(
                TestInlet.shared(),
                "SELECT duration_class(now(), now() + interval '%d milliseconds')"
                    .formatted(milliseconds))
            .getFirst());
  }
}
