package dev.inlet.imis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Body;
import dev.imissimulator.Fault.Part;
import dev.inlet.platform.http.Guards;
import dev.inlet.platform.time.Deadline;
import dev.inlet.testing.Await;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of calls to an iMIS that is not there. */
class CircuitTest extends ImisTestBase {

  @Test
  void opensAfterFiveOutagesInARowAndAnswersAtOnceThen() throws ImisException {
    ImisClient client = warm();
    IMIS.set(s -> s.withFault(Fault.drop(Part.INSERT)));
    fail(client, 4);
    IMIS.set(s -> s.withFaults(List.of()));
    insert(client);
    IMIS.set(s -> s.withFault(Fault.drop(Part.INSERT)));
    clock.advance(Duration.ofMinutes(1));
    fail(client, 5);
    long sent = inserts();

    ImisException thrown = failure(client);

    assertThat(thrown.failure()).isEqualTo(ImisFailure.UNAVAILABLE);
    assertThat(thrown.failure().mayHaveWritten()).isFalse();
    assertThat(thrown.sentence())
        .isEqualTo("iMIS has not been answering since 14:31 UTC; nothing was sent.");
    assertThat(inserts()).isEqualTo(sent);
    assertThat(meters.counter("inlet.imis.circuit.openings").count()).isEqualTo(1);
    assertThat(meters.counter("inlet.imis.calls", "outcome", "NO_ANSWER").count()).isEqualTo(9);
    assertThat(meters.counter("inlet.imis.calls", "outcome", "UNAVAILABLE").count()).isEqualTo(1);
  }

  @Test
  void staysOpenTwiceAsLongAfterEachProbeUpToAMinute() throws ImisException {
    ImisClient client = open();
    IMIS.set(s -> s.withFault(Fault.drop(Part.INSERT)));

    for (int seconds : new int[] {5, 10, 20, 40, 60, 60}) {
      long sent = inserts();
      clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
      fail(client, 3);
      assertThat(inserts()).as("before %d s", seconds).isEqualTo(sent);
      clock.advance(Duration.ofMillis(1));
      fail(client, 3);
      assertThat(inserts()).as("after %d s", seconds).isEqualTo(sent + 1);
    }
  }

  @Test
  void letsOneProbeThroughWhileOthersAreToldAtOnce() throws Exception {
    ImisClient client = open();
    clock.advance(Duration.ofSeconds(5));
    IMIS.set(s -> s.withFault(Fault.hang(Part.INSERT).once()));
    long sent = inserts();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<ImisException> probe =
          threads.submit(() -> failure(client, Deadline.in(Duration.ofSeconds(2))));
      Await.until(() -> inserts() == sent + 1);
      fail(client, 20);

      assertThat(probe).isNotDone();
      assertThat(inserts()).isEqualTo(sent + 1);
      assertThat(probe.get().failure()).isEqualTo(ImisFailure.NO_ANSWER);
    }
    // Whoever waited briefly found out nothing: the next one does.
    insert(client);
  }

  @Test
  void closesOnceAProbeIsAnsweredBeItARefusal() throws ImisException {
    ImisClient client = open();
    clock.advance(Duration.ofSeconds(5));
    IMIS.set(s -> s.withFault(Fault.answer(Part.INSERT, 400, Body.TEXT).once()));

    assertThat(failure(client).failure()).isEqualTo(ImisFailure.RECORD_REFUSED);

    insert(client);
    insert(client);
  }

  @Test
  void letsATestThroughAndClosesIfThatIsAnswered() throws ImisException {
    ImisClient client = open();
    IMIS.set(s -> s.withFault(Fault.drop(Part.API)));
    assertThat(catchThrowableOfType(ImisException.class, () -> client.test(soon())).failure())
        .isEqualTo(ImisFailure.UNREACHABLE);
    IMIS.set(s -> s.withFaults(List.of()));
    client.test(soon());

    insert(client);
  }

  @ParameterizedTest
  @ValueSource(ints = {502, 503, 504})
  void opensForWhatStandsBeforeAnImisThatIsNotThere(int status) throws ImisException {
    assertThat(sentOfTen(warm(), Fault.answer(Part.INSERT, status, Body.HTML))).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 409, 429, 500})
  void staysClosedForWhatIsTheMatterWithARecordOrAUser(int status) throws ImisException {
    assertThat(sentOfTen(warm(), Fault.answer(Part.INSERT, status, Body.TEXT))).isEqualTo(10);
  }

  @Test
  void opensForTokensThatCannotBeFetched() {
    ImisClient client = client();
    IMIS.set(s -> s.withFault(Fault.answer(Part.TOKEN, 500, Body.TEXT)));

    fail(client, 10);

    assertThat(tokenRequests()).isEqualTo(5);
  }

  @Test
  void staysClosedForThoseWhoWaitBriefly() throws ImisException {
    ImisClient client = warm();
    IMIS.set(s -> s.withFault(Fault.hang(Part.INSERT)));

    for (int i = 0; i < 7; i++) {
      failure(client, Deadline.in(Duration.ofMillis(30)));
    }
    IMIS.set(s -> s.withFaults(List.of()));

    insert(client);
  }

  @Test
  void opensForThoseWhoWaitedLongEnough() throws ImisException {
    ImisHttp impatient = new ImisHttp(Guards.lettingThrough("127.0.0.0/8"), Duration.ofMillis(100));
    ImisClient client = client(account(IMIS.baseUrl()), impatient);
    insert(client);
    IMIS.set(s -> s.withFault(Fault.hang(Part.INSERT)));

    for (int i = 0; i < 5; i++) {
      failure(client, Deadline.in(Duration.ofMillis(800)));
    }

    assertThat(failure(client).failure()).isEqualTo(ImisFailure.UNAVAILABLE);
  }

  @Test
  void sendsNothingForThoseWhoWaitedForAPlaceWhenItOpened() throws Exception {
    ImisClient client = warm();
    IMIS.set(s -> s.withFault(Fault.drop(Part.INSERT)));

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ImisException>> all =
          Stream.generate(() -> threads.submit(() -> failure(client))).limit(30).toList();
      for (Future<ImisException> one : all) {
        assertThat(one.get()).isNotNull();
      }
    }

    assertThat(inserts()).isEqualTo(6);
  }

  private ImisClient warm() throws ImisException {
    ImisClient client = client(new ImisAccount(IMIS.baseUrl(), "demo", "demo&100%=ok", 1));
    insert(client);
    return client;
  }

  private ImisClient open() throws ImisException {
    ImisClient client = warm();
    IMIS.set(s -> s.withFault(Fault.drop(Part.INSERT)));
    fail(client, 6); // one of them is not sent any more
    assertThat(inserts()).isEqualTo(6);
    IMIS.set(s -> s.withFaults(List.of()));
    return client;
  }

  private static long sentOfTen(ImisClient client, Fault fault) {
    IMIS.set(s -> s.withFault(fault));
    long before = inserts();
    fail(client, 10);
    return inserts() - before;
  }

  private static void fail(ImisClient client, int times) {
    assertThat(Stream.generate(() -> failure(client)).limit(times)).doesNotContainNull();
  }
}
