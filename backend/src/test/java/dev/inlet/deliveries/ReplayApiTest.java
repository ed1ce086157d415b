package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Body;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.platform.database.Database;
import dev.inlet.testing.Await;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplayApiTest {

  private static final Simulator SIMULATOR = Simulator.start();

  /** Left out: the version that took the delivery. */
  private static final @Nullable Integer THEN = null;

  private final Tenant tenant = Tenant.connected(TestInlet.shared(), SIMULATOR);
  private final JsonNode webhook = tenant.createWebhook(Definitions.sample());

  @BeforeEach
  void reset() {
    SIMULATOR.reset();
  }

  @AfterAll
  static void stop() {
    SIMULATOR.close();
  }

  @Test
  void writesTheRecordOfAFailedDelivery() {
    String id = failed();
    assertThat(delivery(id).get("replayCaution").asText()).isEqualTo("NONE");

    JsonNode replayed = replayed(id, THEN);

    assertThat(replayed.get("outcome").asText()).isEqualTo("SUCCEEDED");
    assertThat(replayed.get("reason").isNull()).isTrue();
    assertThat(replayed.get("statusCode").asInt()).isEqualTo(500); // what its caller was told
    assertThat(replayed.at("/answer/success").asBoolean()).isFalse();
    assertThat(replayed.at("/answer/error").asText()).contains("iMIS");
    assertThat(replayed.get("replaysBegun").asInt()).isEqualTo(1);
    assertThat(listed(id).get("replaysBegun").asInt()).isEqualTo(1);
    assertThat(replayed.get("recordId").isNull()).isFalse();
    assertThat(replayed.get("attempts")).hasSize(2);
    assertThat(replayed.at("/attempts/0/isReplay").asBoolean()).isFalse();
    assertThat(replayed.at("/attempts/1/isReplay").asBoolean()).isTrue();
    assertThat(replayed.at("/attempts/1/startedBy").asText()).isEqualTo(tenant.email());
    assertThat(SIMULATOR.activities()).hasSize(1);
  }

  @Test
  void asksBeforeItMayWriteARecordTwice() {
    String succeeded = id(tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD));
    SIMULATOR.set(s -> s.withFault(Fault.drop(Part.INSERT).afterWrite().once()));
    String unknown = id(tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD));

    for (String id : List.of(succeeded, unknown)) {
      assertThat(delivery(id).get("replayCaution").asText()).isEqualTo("UNCERTAIN");
      HttpResponse<String> answer = replay(id, THEN, false);
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(Tenant.json(answer).get("type").asText()).endsWith("replay-not-confirmed");
    }
    assertThat(SIMULATOR.activities()).hasSize(2);

    assertThat(replay(unknown, THEN, true).statusCode()).isEqualTo(200);
    assertThat(SIMULATOR.activities()).hasSize(3);
  }

  @Test
  void takesNothingBackWhenAReplayFails() {
    String succeeded = id(tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD));
    JsonNode before = delivery(succeeded);
    SIMULATOR.set(s -> s.withFault(Fault.answer(Part.INSERT, 403, Body.EMPTY).once()));

    JsonNode after = Tenant.json(replay(succeeded, THEN, true));

    assertThat(after.get("outcome").asText()).isEqualTo("SUCCEEDED");
    assertThat(after.get("recordId")).isEqualTo(before.get("recordId"));
    assertThat(after.get("finishedAt")).isEqualTo(before.get("finishedAt"));
    assertThat(after.at("/attempts/1/outcome").asText()).isNotEqualTo("SUCCEEDED");
  }

  @Test
  void handlesARejectedDeliveryOnceTheSchemaTakesIt() {
    String id = id(tenant.deliver(webhook, "{\"firstName\":\"Homer\"}"));

    HttpResponse<String> refused = replay(id, 1, false);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Tenant.json(refused).get("type").asText()).endsWith("replay-refused");
    assertThat(Tenant.json(refused).at("/errors/0/detail").asText()).contains("lastName");
    assertThat(delivery(id).get("outcome").asText()).isEqualTo("REJECTED");

    tenant.put("/webhooks/" + webhook.get("id").asText(), withoutRequired());
    assertThat(replay(id, THEN, false).statusCode()).isEqualTo(422);
    JsonNode replayed = replayed(id, 2);

    assertThat(replayed.get("outcome").asText()).isEqualTo("SUCCEEDED");
    assertThat(replayed.get("version").asInt()).isEqualTo(1); // that took it
    assertThat(replayed.at("/attempts/0/version").asInt()).isEqualTo(2);
    assertThat(replayed.get("violations")).hasSize(1); // of then
    assertThat(replayed.get("statusCode").asInt()).isEqualTo(400);
    assertThat(replayed.at("/answer/validationErrors")).isEqualTo(replayed.get("violations"));
    assertThat(listed(id).at("/firstViolation/message").asText()).contains("lastName");
    assertThat(replayed.get("firstOutcome").asText()).isEqualTo("REJECTED");
    assertThat(replayed.get("firstReason").asText()).isEqualTo("SCHEMA_VIOLATED");
    assertThat(latency()).isEmpty(); // nobody waited for iMIS
    assertThat(rejectedThen()).isEqualTo(1);
  }

  @Test
  void runsTheVersionThatWasNamedWhateverWasSavedSince() {
    String id = failed();
    for (int seconds : List.of(7, 8)) {
      ObjectNode changed = Definitions.sample().put("deadlineSeconds", seconds);
      assertThat(tenant.put("/webhooks/" + webhook.get("id").asText(), changed).statusCode())
          .isEqualTo(200);
    }

    JsonNode replayed = replayed(id, 2);

    assertThat(replayed.at("/attempts/1/version").asInt()).isEqualTo(2);
  }

  @Test
  void isRefusedForAVersionThatIsNone() {
    String id = failed();

    HttpResponse<String> answer = replay(id, 9, false);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Tenant.json(answer).at("/errors/0/pointer").asText()).isEqualTo("/version");
    assertThat(delivery(id).get("attempts")).hasSize(1);
  }

  @Test
  void isDoneOnceByWhoeverAsksAtOnce() {
    String id = failed();
    SIMULATOR.set(s -> s.withFault(Fault.delay(Part.INSERT, Duration.ofMillis(500))));

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Integer> statuses =
          Stream.generate(
                  () ->
                      CompletableFuture.supplyAsync(
                          () -> replay(id, THEN, false).statusCode(), threads))
              .limit(5)
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
      assertThat(statuses).containsOnlyOnce(200);
      assertThat(statuses).filteredOn(status -> status != 200).containsOnly(409);
    }
    assertThat(SIMULATOR.activities()).hasSize(1);
  }

  @Test
  void takesNothingBackWhenItsNodeDies() {
    String succeeded = id(tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD));
    String failed = failed();
    JsonNode before = delivery(succeeded);

    die(succeeded);
    die(failed);

    Await.until(() -> underWay().isEmpty());
    assertThat(((ObjectNode) delivery(succeeded)).put("replaysBegun", 0)).isEqualTo(before);
    assertThat(delivery(failed).get("outcome").asText()).isEqualTo("UNKNOWN");
    assertThat(delivery(failed).get("reason").asText()).isEqualTo("INTERRUPTED");
    assertThat(delivery(failed).get("statusCode").asInt()).isEqualTo(500);
  }

  @Test
  void standsInTheAuditTrail() {
    String id = failed();
    replayed(id, THEN);

    JsonNode event = Tenant.json(tenant.get("/audit-events")).at("/items/0");

    assertThat(event.get("action").asText()).isEqualTo("DELIVERY_REPLAYED");
    assertThat(event.get("targetId").asText()).isEqualTo(id);
    assertThat(event.at("/after/outcomeBefore").asText()).isEqualTo("FAILED");
  }

  @Test
  void isNotPossibleForADeletedWebhook() {
    String id = failed();
    tenant.delete("/webhooks/" + webhook.get("id").asText());

    HttpResponse<String> answer = replay(id, THEN, false);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(Tenant.json(answer).get("detail").asText()).contains("deleted");
  }

  @Test
  void isNotPossibleWhileTheDeliveryIsWorkedOn() {
    SIMULATOR.set(s -> s.withFault(Fault.delay(Part.INSERT, Duration.ofSeconds(3))));
    CompletableFuture<HttpResponse<String>> delivering =
        CompletableFuture.supplyAsync(() -> tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD));
    Await.until(() -> !underWay().isEmpty());

    HttpResponse<String> answer = replay(underWay().at("/0/id").asText(), THEN, true);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(delivering.join().statusCode()).isEqualTo(200);
  }

  private String failed() {
    SIMULATOR.set(s -> s.withFault(Fault.answer(Part.INSERT, 403, Body.EMPTY).once()));
    String id = id(tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD));
    assertThat(delivery(id).get("outcome").asText()).isEqualTo("FAILED");
    return id;
  }

  /** Leaves a replay as a node does that was killed long ago. */
  private void die(String id) {
    ReplayRepository deliveries = TestInlet.shared().bean(ReplayRepository.class);
    DeliveryKey key = new DeliveryKey(tenant.organization(), new DeliveryId(UUID.fromString(id)));
    Ended known = deliveries.find(key).orElseThrow();
    TestInlet.shared()
        .bean(Database.class)
        .useOrganization(
            tenant.organization(),
            handle ->
                assertThat(
                        deliveries.begin(
                            handle,
                            key,
                            known.outcome(),
                            known.deadlineAt(),
                            Instant.now().minusSeconds(60)))
                    .isPresent());
  }

  private List<String> latency() {
    return Tenant.json(tenant.get("/deliveries/statistics")).findValuesAsText("medianMs").stream()
        .filter(median -> !median.equals("null"))
        .toList();
  }

  private int rejectedThen() {
    return Tenant.json(
            tenant.post(
                "/webhooks/" + webhook.get("id").asText() + "/rehearsal",
                Tenant.JSON
                    .createObjectNode()
                    .set("schema", Definitions.read("{\"type\":\"object\",\"properties\":{}}"))))
        .get("rejectedThen")
        .asInt();
  }

  private static ObjectNode withoutRequired() {
    return Definitions.activity(
        "{\"type\":\"object\",\"properties\":{\"firstName\":{\"type\":\"string\"}}}",
        Map.of("ACTIVITY_TYPE", "TEST", "PartyId", "101", "NOTE", "$$firstName$$"));
  }

  private JsonNode replayed(String id, @Nullable Integer version) {
    HttpResponse<String> answer = replay(id, version, false);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Tenant.json(answer);
  }

  private HttpResponse<String> replay(String id, @Nullable Integer version, boolean isConfirmed) {
    return tenant.post(
        "/deliveries/" + id + "/replay",
        Tenant.JSON.createObjectNode().put("version", version).put("isConfirmed", isConfirmed));
  }

  private JsonNode underWay() {
    return Tenant.json(tenant.get("/deliveries?outcome=RECEIVED")).get("items");
  }

  private JsonNode listed(String id) {
    return Tenant.json(tenant.get("/deliveries?q=" + id)).at("/items/0");
  }

  private JsonNode delivery(String id) {
    return Tenant.json(tenant.get("/deliveries/" + id));
  }

  private static String id(HttpResponse<String> answer) {
    return answer.headers().firstValue("X-Delivery-Id").orElseThrow();
  }
}
