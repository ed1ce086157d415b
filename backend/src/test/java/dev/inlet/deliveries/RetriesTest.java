package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.actions.ActionResult;
import dev.inlet.actions.FailureReason;
import dev.inlet.testing.SettableClock;
import dev.inlet.webhooks.queue.QueueSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a delivery is tried again by itself. */
class RetriesTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private final SettableClock clock = new SettableClock();
  private final Instant now = clock.instant();
  private final Instant tomorrow = now.plus(Duration.ofDays(1));

  @Property(tries = 500)
  void pausesGrowToAnHourAndAreHalfByChance(
      @ForAll @IntRange(min = 1, max = 200) int attempts, @ForAll long seed) {
    Duration whole =
        attempts > 12 ? HOUR : Duration.ofSeconds(Math.min(3600, 2L << (attempts - 1)));

    Instant next = next(attempts, failed(FailureReason.UNAVAILABLE), tomorrow, seed).orElseThrow();

    assertThat(Duration.between(now, next)).isBetween(whole.dividedBy(2), whole);
  }

  @Property(tries = 500)
  void nothingIsTriedSoonerThanImisAskedForNorMuchLaterThanItsEnd(
      @ForAll @IntRange(min = 1, max = 60) int attempts,
      @ForAll @LongRange(min = 1, max = 3600) long asked,
      @ForAll @LongRange(min = 1, max = 259_200) long left,
      @ForAll long seed) {
    Instant until = now.plusSeconds(left);
    Instant notBefore = now.plusSeconds(asked);
    ActionResult result = failed(FailureReason.THROTTLED).notBefore(notBefore);

    Instant next = next(attempts, result, until, seed).orElseThrow();

    Instant end = until.isAfter(notBefore) ? until : notBefore;
    assertThat(next).isBetween(notBefore, end.plusSeconds(2));
    assertThat(next).isBeforeOrEqualTo(now.plus(HOUR).plusSeconds(2));
  }

  @Test
  void imisIsBelievedForAnHourAtMost() {
    ActionResult result = failed(FailureReason.THROTTLED).notBefore(now.plus(Duration.ofDays(9)));

    assertThat(next(1, result, tomorrow, 1).orElseThrow())
        .isBetween(now.plus(HOUR), now.plus(HOUR).plusSeconds(2));
  }

  @Test
  void theLastAttemptBeginsWhenTheTimeIsOverAndNoneAfterIt() {
    assertThat(next(20, failed(FailureReason.BUSY), now.plusSeconds(60), 1))
        .contains(now.plusSeconds(60));
    assertThat(next(20, failed(FailureReason.BUSY), now, 1)).isEmpty();
    assertThat(next(1, failed(FailureReason.BUSY), null, 1)).isEmpty();
  }

  @Test
  void refusedCredentialsAreNotTriedForHalfAnHour() {
    Instant next = next(1, failed(FailureReason.CREDENTIALS_REFUSED), tomorrow, 1).orElseThrow();

    assertThat(Duration.between(now, next)).isBetween(HOUR.dividedBy(2), HOUR);
  }

  @ParameterizedTest
  @EnumSource(FailureReason.class)
  void whatIsInDoubtIsNeverTriedByItself(FailureReason reason) {
    ActionResult result = ActionResult.unknown(reason, "Perhaps.", null);

    assertThat(next(1, result, tomorrow, 1)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureReason.class,
      names = {
        "MAPPING_FAILED",
        "CONTACT_NOT_FOUND",
        "CONTACT_AMBIGUOUS",
        "RECORD_REFUSED",
        "NOT_PERMITTED",
        "NOT_FOUND",
        "ADDRESS_NOT_ALLOWED",
        "UNREADABLE_ANSWER"
      })
  void whatWaitingDoesNotHelpIsTriedOnce(FailureReason reason) {
    assertThat(next(1, failed(reason), tomorrow, 1)).isEmpty();
  }

  @Test
  void nobodyWaitsLongerThanDeliveriesAreKept() {
    Retries retries = new Retries(new RetentionConfiguration(1), clock, new Random(1));

    assertThat(retries.place(now, new QueueSettings(259_200, false)).retryUntil())
        .isEqualTo(tomorrow);
    assertThat(retries.place(now, new QueueSettings(0, true)).retryUntil()).isNull();
    assertThat(retries.place(now, new QueueSettings(0, true)).isInOrder()).isTrue();
  }

  private Optional<Instant> next(
      int number, ActionResult result, @Nullable Instant until, long seed) {
    Retries retries = new Retries(new RetentionConfiguration(90), clock, new Random(seed));
    return retries.next(new Attempt(number, 1, null, result, AttemptTimes.NONE, now, now), until);
  }

  private static ActionResult failed(FailureReason reason) {
    return ActionResult.failed(reason, "It failed.");
  }
}
