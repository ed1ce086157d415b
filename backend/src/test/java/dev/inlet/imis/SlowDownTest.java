package dev.inlet.imis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Body;
import dev.imissimulator.Fault.Part;
import dev.inlet.platform.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens once iMIS said when to come back; waiting makes the clock go on. */
class SlowDownTest extends ImisTestBase {

  private final Instant start = clock.instant();

  @Test
  void waitsAsLongAsImisAskedAndInsertsOnce() throws ImisException {
    ImisClient client = warm();
    IMIS.set(s -> s.withFault(throttled("3").once()));

    insert(client);

    assertThat(waited()).isEqualTo(Duration.ofSeconds(3));
    assertThat(inserts()).isEqualTo(3);
    assertThat(IMIS.activities()).hasSize(2);
  }

  @Test
  void understandsADate() throws ImisException {
    ImisClient client = warm();
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(start.plusSeconds(4).atOffset(ZoneOffset.UTC));
    IMIS.set(s -> s.withFault(throttled(date).once()));

    insert(client);

    assertThat(waited()).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void triesOnceMoreAndNoMore() throws ImisException {
    ImisClient client = warm();
    IMIS.set(s -> s.withFault(throttled("1")));

    assertThat(failure(client).failure()).isEqualTo(ImisFailure.THROTTLED);

    assertThat(inserts()).isEqualTo(3);
    assertThat(IMIS.activities()).hasSize(1);
  }

  @Test
  void saysWhenToComeBackWhereTheDeadlineIsSooner() throws ImisException {
    ImisClient client = warm();
    IMIS.set(s -> s.withFault(throttled("90")));
    ImisException first = failure(client);
    IMIS.reset();

    ImisException second = failure(client);

    assertThat(first.sentence())
        .isEqualTo(
            "iMIS asked to slow down; nothing was written. Send it again after 14:31:30 UTC.");
    assertThat(first.answer()).isNotNull();
    assertThat(second.failure()).isEqualTo(ImisFailure.THROTTLED);
    assertThat(second.sentence()).isEqualTo(first.sentence());
    assertThat(second.answer()).isNull();
    assertThat(waited()).isZero();
    assertThat(IMIS.requests()).isEmpty();
  }

  @Test
  void isBelievedForFiveMinutesAtMost() throws ImisException {
    ImisClient client = warm();
    IMIS.set(s -> s.withFault(throttled("999999999").once()));
    failure(client);
    clock.advance(Duration.ofMinutes(5));

    insert(client);

    assertThat(waited()).isEqualTo(Duration.ofMinutes(5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-1", "1.5", "99999999999999999999"})
  void isNotHeededWhereItCannotBeRead(String retryAfter) throws ImisException {
    ImisClient client = warm();
    IMIS.set(s -> s.withFault(throttled(retryAfter).once()));

    assertThat(failure(client).sentence()).isEqualTo("iMIS asked to slow down.");

    assertThat(inserts()).isEqualTo(2);
  }

  @Test
  void isHeededByTheNextCallAfterA503WhichIsNotRepeated() throws ImisException {
    ImisClient client = warm();
    IMIS.set(
        s ->
            s.withFault(
                Fault.answer(Part.INSERT, 503, Body.HTML).withHeader("Retry-After", "2").once()));

    assertThat(failure(client).failure()).isEqualTo(ImisFailure.UNAVAILABLE);
    assertThat(waited()).isZero();
    insert(client);

    assertThat(waited()).isEqualTo(Duration.ofSeconds(2));
    assertThat(inserts()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 504})
  void neverRepeatsWhatMayHaveBeenWritten(int status) throws ImisException {
    ImisClient client = warm();
    IMIS.set(
        s ->
            s.withFault(
                Fault.answer(Part.INSERT, status, Body.TEXT)
                    .withHeader("Retry-After", "1")
                    .afterWrite()));

    assertThat(failure(client).failure().mayHaveWritten()).isTrue();

    assertThat(inserts()).isEqualTo(2);
  }

  @Test
  void isHeededWhereATokenIsAskedFor() throws ImisException {
    IMIS.set(
        s ->
            s.withFault(
                Fault.answer(Part.TOKEN, 429, Body.EMPTY).withHeader("Retry-After", "2").once()));

    insert(client());

    assertThat(waited()).isEqualTo(Duration.ofSeconds(2));
    assertThat(tokenRequests()).isEqualTo(2);
  }

  @Test
  void failsAtOnceWhereATokenComesTooLate() {
    IMIS.set(
        s ->
            s.withFault(Fault.answer(Part.TOKEN, 429, Body.EMPTY).withHeader("Retry-After", "20")));
    ImisClient client = client();

    ImisException first = failure(client, Deadline.in(Duration.ofSeconds(5)));
    ImisException second = failure(client, Deadline.in(Duration.ofSeconds(5)));

    assertThat(first.failure()).isEqualTo(ImisFailure.THROTTLED);
    assertThat(second.failure()).isEqualTo(ImisFailure.THROTTLED);
    assertThat(tokenRequests()).isEqualTo(1);
  }

  private static Fault throttled(String retryAfter) {
    return Fault.answer(Part.INSERT, 429, Body.EMPTY).withHeader("Retry-After", retryAfter);
  }

  private ImisClient warm() throws ImisException {
    ImisClient client = client();
    insert(client);
    return client;
  }

  private Duration waited() {
    return Duration.between(start, clock.instant());
  }
}
