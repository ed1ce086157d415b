package dev.imissimulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imissimulator.Fault.Part;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitingApiTest extends SimulatorTestBase {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @Test
  void delaysBeforeAndAfterTheWrite() {
    token();
    SIMULATOR.set(
        s ->
            s.withDelay(Part.INSERT, Duration.ofMillis(60))
                .withFault(Fault.delay(Part.API, Duration.ofMillis(60)).afterWrite()));
    long start = System.nanoTime();

    assertThat(insertActivity(activity()).statusCode()).isEqualTo(201);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(119));
  }

  @Test
  void delaysAThousandRequestsAtOnceWithoutAThreadEach() throws Exception {
    token();
    SIMULATOR.set(s -> s.withDelay(Part.INSERT, Duration.ofMillis(500)));
    long threads = serverThreads();

    List<CompletableFuture<HttpResponse<String>>> pending =
        IntStream.range(0, 1000).mapToObj(i -> insertLater()).toList();
    CompletableFuture.allOf(pending.toArray(CompletableFuture<?>[]::new)).get(30, TimeUnit.SECONDS);

    assertThat(pending).allMatch(response -> response.join().statusCode() == 201);
    assertThat(SIMULATOR.activities()).hasSize(1000);
    assertThat(serverThreads()).isLessThan(threads + 100);
  }

  /** The client of this test has a pool of its own that grows as it likes. */
  private static long serverThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.getName().startsWith("HttpClient-"))
        .count();
  }

  @Test
  void hangsBeforeTheWriteUntilItIsSwitchedOff() throws Exception {
    token();
    SIMULATOR.set(s -> s.withFault(Fault.hang(Part.INSERT).once()));
    CompletableFuture<HttpResponse<String>> pending = insertLater();
    await(() -> SIMULATOR.hanging() == 1);

    assertThat(SIMULATOR.activities()).isEmpty();
    assertThat(pending).isNotDone();

    SIMULATOR.set(s -> s.withFaults(List.of()));
    assertThat(pending.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
  }

  @Test
  void hangsAfterTheWriteUntilTheReset() throws Exception {
    token();
    SIMULATOR.set(s -> s.withFault(Fault.hang(Part.INSERT).afterWrite()));
    CompletableFuture<HttpResponse<String>> pending = insertLater();
    await(() -> SIMULATOR.activities().size() == 1);

    assertThat(pending).isNotDone();

    SIMULATOR.set(s -> s.withPutStatus(201));
    assertThat(pending).isNotDone();

    SIMULATOR.reset();
    assertThat(pending.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
  }

  @Test
  void forgetsARequestWhoseClientGaveUp() {
    token();
    SIMULATOR.set(s -> s.withFault(Fault.hang(Part.INSERT)));
    CompletableFuture<HttpResponse<String>> pending = insertLater();
    await(() -> SIMULATOR.hanging() == 1);

    pending.cancel(true);

    await(() -> SIMULATOR.hanging() == 0);
  }

  private CompletableFuture<HttpResponse<String>> insertLater() {
    HttpRequest request =
        authorized("/api/Activity").POST(BodyPublishers.ofString(entity(activity()))).build();
    return CLIENT.sendAsync(request, BodyHandlers.ofString());
  }

  private static Map<String, String> activity() {
    return Map.of("ACTIVITY_TYPE", "TEST", "PartyId", "101");
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
