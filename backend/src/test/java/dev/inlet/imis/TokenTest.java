package dev.inlet.imis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Body;
import dev.imissimulator.Fault.Part;
import dev.inlet.platform.http.Guards;
import dev.inlet.platform.http.OutboundGuard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When a token is fetched, renewed and thrown away. */
class TokenTest extends ImisTestBase {

  @Test
  void isFetchedOnceHoweverManyWait() throws Exception {
    IMIS.set(s -> s.withDelay(Part.TOKEN, Duration.ofMillis(200)));
    ImisClient client = client();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ImisClient.Inserted>> all =
          Stream.generate(() -> threads.submit(() -> insert(client))).limit(100).toList();
      for (Future<ImisClient.Inserted> one : all) {
        one.get();
      }
    }

    assertThat(tokenRequests()).isEqualTo(1);
    assertThat(IMIS.activities()).hasSize(100);
  }

  @Test
  void isUsedAgain() throws ImisException {
    ImisClient client = client();

    insert(client);
    clock.advance(Duration.ofMinutes(10));
    insert(client);

    assertThat(tokenRequests()).isEqualTo(1);
  }

  @Test
  void isRenewedBeforeItExpiresWhileTheOldOneIsUsed() throws ImisException {
    ImisClient client = client();
    insert(client);
    IMIS.set(s -> s.withFault(Fault.hang(Part.TOKEN)));
    clock.advance(Duration.ofMinutes(19).plusSeconds(30));

    insert(client);
    insert(client);

    assertThat(IMIS.activities()).hasSize(3);
    await(() -> tokenRequests() == 2);
  }

  @Test
  void isFetchedAnewOnceItHasExpired() throws ImisException {
    ImisClient client = client();
    insert(client);
    clock.advance(Duration.ofMinutes(20));

    insert(client);

    assertThat(tokenRequests()).isEqualTo(2);
  }

  @Test
  void isUsedHoweverShortItsLife() throws ImisException {
    IMIS.set(s -> s.withTokenLife(Duration.ofSeconds(1)));
    ImisClient client = client();

    insert(client);
    insert(client);

    assertThat(IMIS.activities()).hasSize(2);
    assertThat(tokenRequests()).isEqualTo(1);
  }

  @Test
  void isRenewedOnceWhereImisDoesNotTakeItAnyMore() throws ImisException {
    ImisClient client = client();
    insert(client);
    IMIS.revokeTokens();

    insert(client);
    insert(client);

    assertThat(tokenRequests()).isEqualTo(2);
    assertThat(inserts()).isEqualTo(4);
    assertThat(IMIS.activities()).hasSize(3);
  }

  @Test
  void isRenewedOnceHoweverManyCallsFindThatImisDoesNotTakeItAnyMore() throws Exception {
    ImisClient client = client();
    insert(client);
    IMIS.revokeTokens();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ImisClient.Inserted>> all =
          Stream.generate(() -> threads.submit(() -> insert(client))).limit(30).toList();
      for (Future<ImisClient.Inserted> one : all) {
        one.get();
      }
    }

    assertThat(tokenRequests()).isEqualTo(2);
    assertThat(IMIS.activities()).hasSize(31);
  }

  @Test
  void isGivenUpAfterASecondRefusal() {
    IMIS.set(s -> s.withFault(Fault.answer(Part.INSERT, 401, Body.JSON_MESSAGE)));

    ImisException thrown = failure(client());

    assertThat(thrown.failure()).isEqualTo(ImisFailure.NOT_AUTHENTICATED);
    assertThat(thrown.failure().mayHaveWritten()).isFalse();
    assertThat(inserts()).isEqualTo(2);
    assertThat(tokenRequests()).isEqualTo(2);
  }

  @Test
  void isAskedForOnceWhereThePasswordIsWrong() {
    ImisAccount wrong = new ImisAccount(IMIS.baseUrl(), "demo", "wrong", 10);
    ImisClient client = client(wrong);

    List<ImisFailure> failures =
        Stream.generate(() -> failure(client).failure()).limit(50).toList();

    assertThat(failures).containsOnly(ImisFailure.CREDENTIALS_REFUSED);
    assertThat(tokenRequests()).isEqualTo(1);
    assertThat(inserts()).isZero();
  }

  @Test
  void isAskedForAgainOnceAfterHalfAnHourOfRefusals() throws ImisException {
    IMIS.set(s -> s.withCredentialsRefused(true));
    ImisClient client = client();
    failure(client);
    clock.advance(Duration.ofMinutes(29));
    failure(client);
    assertThat(tokenRequests()).isEqualTo(1);

    clock.advance(Duration.ofMinutes(1));
    failure(client);
    failure(client);
    assertThat(tokenRequests()).isEqualTo(2);

    IMIS.set(s -> s.withCredentialsRefused(false));
    clock.advance(Duration.ofMinutes(30));
    insert(client);
    assertThat(tokenRequests()).isEqualTo(3);
  }

  @Test
  void isNotAskedForByANodeThatStartsWhileTheCredentialsAreRefused() {
    KnownHealth known = new KnownHealth();
    known.refused();
    clock.advance(Duration.ofHours(5));

    ImisException thrown = failure(client(account(IMIS.baseUrl()), HTTP, known));

    assertThat(thrown.failure()).isEqualTo(ImisFailure.CREDENTIALS_REFUSED);
    assertThat(thrown.sentence())
        .isEqualTo(
            "iMIS has refused the user name or password of the connection since 26 May 2026, 14:30 UTC; nothing was sent. Correct them in the connection and test it.");
    assertThat(IMIS.requests()).isEmpty();
  }

  @Test
  void isAskedForAtOnceByEachTestAndBySuccessForAll() throws ImisException {
    IMIS.set(s -> s.withCredentialsRefused(true));
    ImisClient client = client();
    failure(client);
    assertThat(catchThrowableOfType(ImisException.class, () -> client.test(soon())).failure())
        .isEqualTo(ImisFailure.CREDENTIALS_REFUSED);
    assertThat(tokenRequests()).isEqualTo(2);

    IMIS.set(s -> s.withCredentialsRefused(false));
    client.test(soon());
    insert(client);

    assertThat(tokenRequests()).isEqualTo(3);
  }

  @Test
  void isRenewedByEachConnectionAtATimeOfItsOwn() {
    Random random = new Random(7);
    OutboundGuard guard = Guards.lettingThrough("127.0.0.0/8");
    Line line =
        new Line(
            new ImisHttp(guard),
            1,
            new Circuit(clock, random, () -> {}),
            new SlowDown(clock, clock::advance));
    TokenEndpoint endpoint = new TokenEndpoint(account(IMIS.baseUrl()), line, clock, random);

    List<Instant> renewals = Stream.generate(() -> renewal(endpoint)).limit(20).sorted().toList();

    Instant end = clock.instant().plus(Duration.ofMinutes(20));
    assertThat(renewals.getFirst()).isAfter(end.minus(Duration.ofMinutes(3).plusSeconds(1)));
    assertThat(renewals.getLast()).isBefore(end.minus(Duration.ofSeconds(59)));
    assertThat(Duration.between(renewals.getFirst(), renewals.getLast()))
        .isGreaterThan(Duration.ofSeconds(60));
  }

  private static Instant renewal(TokenEndpoint endpoint) {
    try {
      return endpoint.fetch(false).renewAt();
    } catch (ImisException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void isNotAskedForAtEachCallWhereThePasswordExpiredBeforeTheToken() throws Exception {
    ImisClient client = client();
    insert(client);
    IMIS.set(s -> s.withCredentialsRefused(true));
    clock.advance(Duration.ofMinutes(19).plusSeconds(30));

    insert(client);
    await(() -> tokenRequests() == 2);
    for (int i = 0; i < 20; i++) {
      insert(client);
    }

    assertThat(tokenRequests()).isEqualTo(2);
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
