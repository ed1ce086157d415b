package dev.inlet.imis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Body;
import dev.imissimulator.Fault.Part;
import java.time.Duration;
import java.util.List;
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
  void isAskedForAgainAfterAWhile() throws ImisException {
    IMIS.set(s -> s.withCredentialsRefused(true));
    ImisClient client = client();
    failure(client);
    IMIS.set(s -> s.withCredentialsRefused(false));
    clock.advance(Duration.ofSeconds(11));

    insert(client);

    assertThat(tokenRequests()).isEqualTo(2);
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
