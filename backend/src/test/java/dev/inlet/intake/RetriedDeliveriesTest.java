package dev.inlet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Body;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Await;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.SettableClock;
import dev.inlet.testing.Sql;
import dev.inlet.testing.StandingTime;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import dev.inlet.testing.TestPostgres;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was acknowledged on receipt is tried again, by whichever of two nodes, and in order. */
class RetriedDeliveriesTest {

  private static final Map<String, Object> STANDING = Map.of(StandingTime.PROPERTY, "true");
  private static final SettableClock CLOCK = StandingTime.clock();
  private static final TestInlet INLET = TestInlet.start(STANDING);
  private static final TestInlet OTHER = TestInlet.start(INLET.database(), STANDING);
  private static final Simulator SIMULATOR = Simulator.start();
  private static final Duration SOON = Duration.ofSeconds(5);

  private Tenant tenant = Tenant.connected(INLET, SIMULATOR);

  @AfterAll
  static void stop() {
    OTHER.close();
    INLET.close();
    SIMULATOR.close();
  }

  @AfterEach
  void reset() {
    SIMULATOR.reset();
  }

  @Test
  void isTriedAgainUntilItSucceedsAndThenCountsOnce() {
    JsonNode webhook = tenant.createWebhook(onReceipt());
    failing(429, 2);

    String id = deliver(webhook, "one");
    JsonNode waiting = awaitAttempts(id, 1);
    long countedMeanwhile = counted();
    advance(SOON);
    awaitAttempts(id, 2);
    advance(SOON);
    JsonNode done = awaitOutcome(id, "SUCCEEDED");

    assertThat(waiting.get("outcome").asText()).isEqualTo("QUEUED");
    assertThat(waiting.get("reason").isNull()).isTrue();
    assertThat(waiting.get("finishedAt").isNull()).isTrue();
    assertThat(time(waiting, "nextAttemptAt"))
        .isBetween(CLOCK.instant().minus(SOON).minus(SOON), CLOCK.instant().minus(SOON));
    assertThat(countedMeanwhile).isZero();
    assertThat(done.get("nextAttemptAt").isNull()).isTrue();
    assertThat(done.get("statusCode").asInt()).isEqualTo(202);
    assertThat(done.get("firstOutcome").asText()).isEqualTo("SUCCEEDED");
    assertThat(done.at("/attempts").findValuesAsText("number")).containsExactly("1", "2", "3");
    assertThat(done.at("/attempts").findValuesAsText("reason"))
        .containsExactly("THROTTLED", "THROTTLED", "null");
    assertThat(notes()).hasSize(1);
    assertThat(counted()).isEqualTo(1);
  }

  @Test
  void isGivenUpWhenItsTimeIsOverAndCanBeReplayedThen() {
    JsonNode webhook = tenant.createWebhook(onReceipt(60, false));
    failing(429, 0);

    String id = deliver(webhook, "one");
    Instant end = CLOCK.instant().plusSeconds(60);
    JsonNode shown = awaitAttempts(id, 1);
    for (int tries = 2; shown.get("outcome").asText().equals("QUEUED"); tries++) {
      assertThat(time(shown, "nextAttemptAt")).isBeforeOrEqualTo(end);
      advance(Duration.between(CLOCK.instant(), time(shown, "nextAttemptAt")));
      shown = awaitAttempts(id, tries);
    }

    assertThat(CLOCK.instant()).isEqualTo(end);
    assertThat(shown.get("outcome").asText()).isEqualTo("FAILED");
    assertThat(shown.get("reason").asText()).isEqualTo("THROTTLED");
    assertThat(shown.get("firstOutcome").asText()).isEqualTo("FAILED");
    assertThat(shown.get("attempts").size()).isBetween(5, 10);
    SIMULATOR.reset();
    assertThat(replay(id).statusCode()).isEqualTo(200);
    assertThat(delivery(id).get("outcome").asText()).isEqualTo("SUCCEEDED");
  }

  @Test
  void isNotTriedBeforeImisAskedForIt() {
    JsonNode webhook = tenant.createWebhook(onReceipt(60, false));
    SIMULATOR.set(
        s ->
            s.withFault(
                Fault.answer(Part.INSERT, 503, Body.EMPTY).withHeader("Retry-After", "1800")));

    String id = deliver(webhook, "one");
    JsonNode waiting = awaitAttempts(id, 1);
    SIMULATOR.reset();
    advance(Duration.ofSeconds(1801).plusSeconds(1));
    JsonNode done = awaitOutcome(id, "SUCCEEDED");

    // After its own minute: iMIS asked for more.
    Instant received = time(waiting, "receivedAt");
    assertThat(time(waiting, "nextAttemptAt"))
        .isBetween(received.plusSeconds(1800), received.plusSeconds(1802));
    assertThat(done.get("attempts")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 409, 413})
  void whatImisRefusesIsTriedOnce(int status) {
    JsonNode webhook = tenant.createWebhook(onReceipt());
    failing(status, 0);

    JsonNode failed = awaitOutcome(deliver(webhook, "one"), "FAILED");

    assertThat(failed.get("attempts")).hasSize(1);
    assertThat(failed.get("nextAttemptAt").isNull()).isTrue();
  }

  @Test
  void whatIsPerhapsInImisIsNeverTriedByItself() {
    JsonNode webhook = tenant.createWebhook(onReceipt());
    failing(500, 1);

    String doubtful = deliver(webhook, "one");
    awaitOutcome(doubtful, "UNKNOWN");
    advance(Duration.ofHours(2));
    awaitOutcome(deliver(webhook, "two"), "SUCCEEDED");

    assertThat(delivery(doubtful).get("outcome").asText()).isEqualTo("UNKNOWN");
    assertThat(delivery(doubtful).get("attempts")).hasSize(1);
    assertThat(notes()).containsExactly("two");
  }

  @Test
  void nothingIsTriedAgainWhereTheWebhookSaysSo() {
    JsonNode webhook = tenant.createWebhook(onReceipt(0, false));
    failing(429, 0);

    assertThat(awaitOutcome(deliver(webhook, "one"), "FAILED").get("attempts")).hasSize(1);
  }

  @Test
  void twoNodesMakeEachAttemptOnce() {
    JsonNode webhook = tenant.createWebhook(onReceipt());
    failing(429, 0);
    List<String> ids = IntStream.range(0, 30).mapToObj(i -> deliver(webhook, "n" + i)).toList();
    ids.forEach(id -> awaitAttempts(id, 1));
    long asked = insertions();
    SIMULATOR.reset();

    advance(SOON);

    ids.forEach(id -> assertThat(awaitOutcome(id, "SUCCEEDED").get("attempts")).hasSize(2));
    assertThat(asked).isEqualTo(30);
    assertThat(notes()).hasSize(30).doesNotHaveDuplicates();
  }

  @Test
  void orderIsKeptWhileTheFirstOneWaitsForItsNextAttempt() {
    JsonNode inOrder = tenant.createWebhook(onReceipt(3600, true));
    JsonNode other = tenant.createWebhook(onReceipt());
    Tenant neighbour = Tenant.connected(INLET, SIMULATOR);
    JsonNode neighbours = neighbour.createWebhook(onReceipt(3600, true));
    failing(429, 1);
    String first = deliver(inOrder, "n0");
    awaitAttempts(first, 1);

    List<String> later = IntStream.range(1, 12).mapToObj(i -> deliver(inOrder, "n" + i)).toList();
    awaitOutcome(deliver(other, "other"), "SUCCEEDED");
    neighbour.deliver(neighbours, payload("neighbour"));
    Await.until(() -> notes().contains("neighbour"));
    List<String> outcomes =
        later.stream().map(id -> delivery(id).get("outcome").asText()).distinct().toList();
    advance(SOON);
    later.forEach(id -> awaitOutcome(id, "SUCCEEDED"));

    assertThat(outcomes).containsExactly("QUEUED");
    assertThat(notes().stream().filter(note -> note.startsWith("n") && note.length() < 4))
        .containsExactlyElementsOf(IntStream.range(0, 12).mapToObj(i -> "n" + i).toList());
    later.forEach(id -> assertThat(delivery(id).get("attempts")).hasSize(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 500})
  void whatIsGivenUpOrInDoubtLetsTheNextOneGo(int status) {
    JsonNode webhook = tenant.createWebhook(onReceipt(3600, true));
    failing(status, 1);

    String first = deliver(webhook, "one");
    awaitOutcome(deliver(webhook, "two"), "SUCCEEDED");

    assertThat(delivery(first).get("outcome").asText()).isIn("FAILED", "UNKNOWN");
    assertThat(notes()).containsExactly("two");
  }

  @Test
  void aPausedOrChangedWebhookKeepsItsPromiseAndADeletedOneDoesNot() {
    JsonNode paused = tenant.createWebhook(onReceipt());
    JsonNode deleted = tenant.createWebhook(onReceipt());
    failing(429, 2);
    String promised = deliver(paused, "promised");
    String dropped = deliver(deleted, "dropped");
    awaitAttempts(promised, 1);
    awaitAttempts(dropped, 1);
    double defects = ended("INTERNAL_ERROR");

    ObjectNode changed = Definitions.sample().put("acknowledgement", "AFTER_ACTION");
    assertThat(tenant.put("/webhooks/" + paused.get("id").asText(), changed).statusCode())
        .isEqualTo(200);
    tenant.setPaused(paused, true);
    tenant.delete("/webhooks/" + deleted.get("id").asText());
    advance(SOON);

    assertThat(awaitOutcome(promised, "SUCCEEDED").at("/attempts/1/version").asInt()).isEqualTo(1);
    JsonNode failed = awaitOutcome(dropped, "FAILED");
    assertThat(failed.get("reason").asText()).isEqualTo("INTERNAL_ERROR");
    assertThat(failed.get("error").asText()).contains("deleted");
    assertThat(failed.get("attempts")).hasSize(2);
    Await.until(() -> ended("WEBHOOK_DELETED") == 1);
    assertThat(ended("NONE")).isZero();
    assertThat(ended("INTERNAL_ERROR")).as("defects").isEqualTo(defects);
  }

  @Test
  void aVersionThatDoesNotCompileAnyMoreIsCountedAsADefect() throws SQLException {
    JsonNode webhook = tenant.createWebhook(onReceipt());
    failing(429, 1);
    String id = deliver(webhook, "one");
    awaitAttempts(id, 1);
    double before = ended("INTERNAL_ERROR");
    // As a schema that a stricter Inlet takes no more.
    try (Connection superuser = TestPostgres.superuser(INLET.database());
        PreparedStatement breaking =
            superuser.prepareStatement(
                "UPDATE webhook_versions SET schema = '{\"type\":\"nothing\"}' WHERE webhook_id = ?::uuid")) {
      breaking.setString(1, webhook.get("id").asText());
      assertThat(breaking.executeUpdate()).isEqualTo(1);
    }

    advance(SOON);

    assertThat(awaitOutcome(id, "FAILED").get("error").asText())
        .isEqualTo("This version of the webhook does not work any more; nothing was sent.");
    Await.until(() -> ended("INTERNAL_ERROR") == before + 1);
  }

  /** Failures with a reason, of both nodes. */
  private static double ended(String reason) {
    return Stream.of(INLET, OTHER)
        .flatMap(
            node ->
                node
                    .bean(MeterRegistry.class)
                    .find("inlet.deliveries")
                    .tags("outcome", "FAILED", "reason", reason)
                    .counters()
                    .stream())
        .mapToDouble(Counter::count)
        .sum();
  }

  @Test
  void whatWaitsForCredentialsIsTriedOnceTheyAreMendedAndAsksImisSeldomBefore() {
    try (Simulator own = Simulator.start()) {
      tenant = Tenant.connected(INLET, own);
      JsonNode webhook = tenant.createWebhook(onReceipt());
      own.set(s -> s.withCredentialsRefused(true));
      List<String> ids = IntStream.range(0, 8).mapToObj(i -> deliver(webhook, "n" + i)).toList();
      List<JsonNode> waiting = ids.stream().map(id -> awaitAttempts(id, 1)).toList();
      for (int i = 0; i < 4; i++) {
        advance(Duration.ofMinutes(10));
      }
      long asked = signIns(own);

      own.reset();
      assertThat(tenant.post("/connection/test", Map.of()).statusCode()).isEqualTo(200);

      ids.forEach(id -> awaitOutcome(id, "SUCCEEDED"));
      // Each node once, when it did not know; each once more in half an hour.
      assertThat(asked).isLessThanOrEqualTo(4);
      assertThat(waiting)
          .allSatisfy(
              each ->
                  assertThat(time(each, "nextAttemptAt"))
                      .isAfterOrEqualTo(time(each, "receivedAt").plusSeconds(1800)));
    }
  }

  @Test
  void aKeyIsHeldWhileItsDeliveryWaitsAndGivenUpWithIt() {
    JsonNode webhook = tenant.createWebhook(onReceipt(60, false));
    failing(429, 0);

    HttpResponse<String> first = tenant.deliver(webhook, payload("one"), "key");
    awaitAttempts(id(first), 1);
    HttpResponse<String> repeated = tenant.deliver(webhook, payload("one"), "key");
    advance(Duration.ofSeconds(61));
    awaitOutcome(id(first), "FAILED");
    SIMULATOR.reset();
    HttpResponse<String> again = tenant.deliver(webhook, payload("one"), "key");

    assertThat(repeated.statusCode()).isEqualTo(202);
    assertThat(delivery(id(repeated)).get("duplicateOf").asText()).isEqualTo(id(first));
    awaitOutcome(id(again), "SUCCEEDED");
    assertThat(notes()).containsExactly("one");
  }

  @Test
  void cannotBeReplayedWhileItWaits() {
    JsonNode webhook = tenant.createWebhook(onReceipt());
    failing(429, 0);
    String id = deliver(webhook, "one");
    awaitAttempts(id, 1);

    HttpResponse<String> refused = replay(id);
    JsonNode plan =
        Tenant.json(
            tenant.post("/replay-batches", Map.of("deliveryIds", List.of(id), "isAsNow", false)));

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("waits for its next attempt");
    assertThat(plan.at("/plan/impossible").asInt()).isEqualTo(1);
    assertThat(delivery(id).get("attempts")).hasSize(1);
  }

  private static ObjectNode onReceipt() {
    ObjectNode definition = Definitions.sample().put("acknowledgement", "ON_RECEIPT");
    ((ObjectNode) definition.get("action"))
        .set(
            "mapping",
            Definitions.read(
                """
                [{"field":"ACTIVITY_TYPE","value":"TEST"},{"field":"PartyId","value":"101"},
                 {"field":"NOTE","value":"$$firstName$$"}]
                """));
    return definition;
  }

  private static ObjectNode onReceipt(int retryForSeconds, boolean isInOrder) {
    ObjectNode definition = onReceipt();
    definition
        .putObject("queue")
        .put("retryForSeconds", retryForSeconds)
        .put("isInOrder", isInOrder);
    return definition;
  }

  /** iMIS refuses insertions and writes nothing, except for a 500, which says nothing of it. */
  private static void failing(int status, int times) {
    SIMULATOR.set(s -> s.withFault(Fault.answer(Part.INSERT, status, Body.EMPTY).times(times)));
  }

  /** What waits of the tests before goes on: each tells its own. */
  private String payload(String name) {
    return "{\"firstName\":\"%s %s\",\"lastName\":\"Simpson\"}".formatted(tenant.slug(), name);
  }

  private String deliver(JsonNode webhook, String name) {
    HttpResponse<String> answer = tenant.deliver(webhook, payload(name));
    assertThat(answer.statusCode()).isEqualTo(202);
    return id(answer);
  }

  private static String id(HttpResponse<String> answer) {
    return answer.headers().firstValue("X-Delivery-Id").orElseThrow();
  }

  private HttpResponse<String> replay(String id) {
    return tenant.post("/deliveries/" + id + "/replay", Map.of("isConfirmed", false));
  }

  private void advance(Duration duration) {
    CLOCK.advance(duration);
    tenant = tenant.signedInAgain();
  }

  private JsonNode delivery(String id) {
    return Tenant.json(tenant.get("/deliveries/" + id));
  }

  private JsonNode awaitAttempts(String id, int attempts) {
    Await.until(() -> delivery(id).at("/attempts").size() == attempts);
    return delivery(id);
  }

  private JsonNode awaitOutcome(String id, String outcome) {
    Await.until(() -> delivery(id).get("outcome").asText().equals(outcome));
    return delivery(id);
  }

  private static Instant time(JsonNode delivery, String name) {
    return Instant.parse(delivery.get(name).asText());
  }

  private List<String> notes() {
    return SIMULATOR.activities().stream()
        .map(row -> String.valueOf(row.get("NOTE")))
        .filter(note -> note.startsWith(tenant.slug()))
        .map(note -> note.substring(tenant.slug().length() + 1))
        .toList();
  }

  private static long insertions() {
    return SIMULATOR.requests().stream()
        .filter(request -> request.method().equals("POST"))
        .filter(request -> request.path().endsWith("/Activity"))
        .count();
  }

  private static long signIns(Simulator simulator) {
    return simulator.requests().stream()
        .filter(request -> request.path().endsWith("/token"))
        .count();
  }

  /** How many deliveries count as ended, added up or not yet. */
  private long counted() {
    return Long.parseLong(
        Sql.rowsOf(
                tenant.organization(),
                INLET,
                """
                SELECT (SELECT coalesce(sum(change), 0) FROM delivery_count_changes)
                     + (SELECT coalesce(sum(succeeded + failed + unknown), 0) FROM delivery_counts
                        WHERE resolution = 'HOUR')
                """)
            .getFirst());
  }
}
