package dev.inlet.connections;

import dev.inlet.imis.ImisClient;
import dev.inlet.imis.ImisException;
import dev.inlet.imis.ImisFailure;
import dev.inlet.platform.time.Deadline;
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
 * what that one finds, for each signs in, and bad sign-ins in a row lock an account.
 */
@Singleton
class ConnectionTests {

  private static final Duration TIMEOUT = Duration.ofSeconds(15);

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

  TestResponse test(LiveConnection connection) {
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
