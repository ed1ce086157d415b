package dev.inlet.connections;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.inlet.imis.ImisClient;
import dev.inlet.imis.ImisException;
import dev.inlet.imis.ImisFailure;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.time.Deadline;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Tests connections for people, each one at a time: whoever asks while one is under way is told
 * what that one finds, for each signs in, and bad sign-ins in a row lock an account. Few in a
 * minute, too: each calls an address that the organization chose.
 */
@Singleton
class ConnectionTests {

  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  /** Of an organization on one node. */
  static final int IN_A_MINUTE_MAX = 10;

  private final Cache<OrganizationId, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(50_000).expireAfterAccess(Duration.ofMinutes(5)).build();

  private final ConcurrentMap<ImisClient, CompletableFuture<TestResponse>> running =
      new ConcurrentHashMap<>();

  /**
   * What a test found.
   *
   * @param works whether Inlet can use this iMIS
   * @param failure why not, for programs; null if it works
   * @param message the same for people, with what to do
   */
  @Introspected
  @Schema(name = "ConnectionTestResponse")
  record TestResponse(boolean works, @Nullable String failure, String message) {}

  /**
   * Tests an organization's connection.
   *
   * @throws ProblemException TOO_MANY_REQUESTS if it tested too often; nothing was called
   */
  TestResponse test(OrganizationId organization, LiveConnection connection) {
    ConsumptionProbe probe =
        buckets.get(organization, id -> bucket()).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw ProblemException.retryLater(
          ProblemType.TOO_MANY_REQUESTS, Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
    CompletableFuture<TestResponse> mine = new CompletableFuture<>();
    CompletableFuture<TestResponse> other = running.putIfAbsent(connection.client(), mine);
    if (other != null) {
      return other.join(); // not for ever: it has a time-out
    }
    try {
      mine.complete(run(connection));
    } finally {
      running.remove(connection.client(), mine);
      mine.cancel(false); // if Inlet failed, nobody waits for it in vain
    }
    return mine.join();
  }

  private static Bucket bucket() {
    return Bucket.builder()
        .addLimit(
            limit ->
                limit
                    .capacity(IN_A_MINUTE_MAX)
                    .refillGreedy(IN_A_MINUTE_MAX, Duration.ofMinutes(1)))
        .build();
  }

  private static TestResponse run(LiveConnection connection) {
    try {
      connection.client().test(Deadline.in(TIMEOUT));
      return new TestResponse(true, null, "Inlet signed in to iMIS and read a contact.");
    } catch (ImisException e) {
      return new TestResponse(false, e.failure().name(), advice(e.failure()));
    }
  }

  private static String advice(ImisFailure failure) {
    return switch (failure) {
      case ADDRESS_NOT_ALLOWED ->
          "The address leads to a network that Inlet may not call. Give the public address of your iMIS.";
      case UNREACHABLE ->
          "Nothing answers at this address. Check it for typing errors and that iMIS is up.";
      case CREDENTIALS_REFUSED ->
          "iMIS refused the user name or password. Check both; a password may have expired after 90 days.";
      case NOT_AUTHENTICATED ->
          "iMIS signed the user in but then did not accept the sign-in. Try again; then ask your iMIS administrator.";
      case NOT_PERMITTED ->
          "The user may not use the REST API. Give it the RemoteService role in iMIS.";
      case NOT_IMIS, NOT_FOUND, UNREADABLE_ANSWER, RECORD_REFUSED ->
          "What answers at this address is not iMIS. Check the path: iMIS 2017 needs one such as /Asi.Scheduler_Demo.";
      case THROTTLED, BUSY -> "iMIS asks Inlet to slow down. Try again in a minute.";
      case UNAVAILABLE, SERVER_ERROR, NO_ANSWER, CONFLICT, TOO_LARGE ->
          "iMIS answered, but is not working properly right now. Try again later.";
    };
  }
}
