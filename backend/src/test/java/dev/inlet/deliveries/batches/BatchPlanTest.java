package dev.inlet.deliveries.batches;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Body;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dry run: it tells what a batch would come to, and settles what it replays. */
class BatchPlanTest {

  private static final Simulator IMIS = Simulator.start();

  private final BatchedTenant batched = new BatchedTenant(TestInlet.shared(), IMIS);
  private final Tenant tenant = batched.tenant();

  @BeforeEach
  void reset() {
    IMIS.reset();
  }

  @AfterAll
  static void stop() {
    IMIS.close();
  }

  @Test
  void countsWhatEachDeliveryWouldComeToAndSendsNothing() {
    JsonNode plain = tenant.createWebhook(Definitions.sample());
    JsonNode referring = batched.referring();
    batched.failed(plain, 2);
    String found = batched.lost(referring, true);
    batched.quietFor10Minutes(found);
    batched.lost(referring, true);
    batched.lost(plain, true);
    batched.delivered(plain);
    tenant.deliver(plain, "{}"); // does not fit
    incomplete();
    JsonNode deleted = tenant.createWebhook(Definitions.sample());
    batched.failed(deleted, 1);
    tenant.delete("/webhooks/" + deleted.get("id").asText());
    int requests = IMIS.requests().size();

    JsonNode batch = batched.planned("{}", false);

    assertThat(batch.get("state").asText()).isEqualTo("PLANNED");
    assertThat(batch.get("plan"))
        .isEqualTo(
            Definitions.read(
                """
                {"ready":2,"looksFirst":1,"tooEarly":1,"succeeded":1,"uncertain":1,"incomplete":1,"impossible":2,
                 "impossibleBecause":[
                   {"sentence":"The body does not fit this version of the schema; nothing was sent.","count":1},
                   {"sentence":"The webhook of this delivery was deleted.","count":1}]}
                """));
    assertThat(batch.get("progress"))
        .isEqualTo(
            Definitions.read(
                """
                {"waiting":7,"underWay":0,"succeeded":0,"failed":0,"unknown":0,"skipped":2}
                """));
    assertThat(batch.get("total").asInt()).isEqualTo(9);
    assertThat(batch.get("createdBy").asText()).isEqualTo(tenant.email());
    assertThat(IMIS.requests()).hasSize(requests);
    assertThat(sentences(batch))
        .containsExactlyInAnyOrder(
            "The body does not fit this version of the schema; nothing was sent.",
            "The webhook of this delivery was deleted.");
  }

  @Test
  void listsItsDeliveriesByPagesTheOldestFirst() {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    List<String> failed = batched.failed(webhook, 3);
    JsonNode batch = batched.planned(failed.reversed(), false);

    String path = BatchedTenant.path(batch) + "/deliveries?limit=2";
    JsonNode first = Tenant.json(tenant.get(path));
    JsonNode second = Tenant.json(tenant.get(path + "&cursor=" + first.get("nextCursor").asText()));

    assertThat(first.get("items").findValuesAsText("deliveryId")).isEqualTo(failed.subList(0, 2));
    assertThat(second.get("items").findValuesAsText("deliveryId")).isEqualTo(failed.subList(2, 3));
    assertThat(second.get("nextCursor").isNull()).isTrue();
    assertThat(first.at("/items/0/webhookName").asText()).isEqualTo(webhook.get("name").asText());
    assertThat(first.at("/items/0/outcomeBefore").asText()).isEqualTo("FAILED");
    assertThat(Tenant.json(tenant.get(path + "&state=SKIPPED")).get("items")).isEmpty();
  }

  @Test
  void meansTheSameByAFilterAsTheListDoes() {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    JsonNode other = tenant.createWebhook(Definitions.sample());
    List<String> failed = batched.failed(webhook, 2);
    batched.failed(other, 1);
    batched.delivered(webhook);

    JsonNode batch =
        batched.planned(
            """
            {"webhookId":"%s","outcome":"FAILED","q":"Homer","from":"2020-01-01T00:00:00Z"}
            """
                .formatted(webhook.get("id").asText()),
            false);

    assertThat(batched.deliveries(batch).findValuesAsText("deliveryId")).isEqualTo(failed);
    assertThat(batch.at("/filter/webhookId").asText()).isEqualTo(webhook.get("id").asText());
    assertThat(batch.at("/filter/from").asText()).isEqualTo("2020-01-01T00:00:00Z");
  }

  @Test
  void keepsNothingOfWhatWasLookedForInPayloads() {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    batched.failed(webhook, 1);

    JsonNode batch =
        batched.planned(
            "{\"q\":\"Homer Simpson\",\"property\":\"firstName\",\"value\":\"Homer\"}", false);

    assertThat(batch.at("/filter/q").asText()).isEqualTo("set");
    assertThat(batch.at("/filter/property").asText()).isEqualTo("firstName");
    JsonNode event = Tenant.json(tenant.get("/audit-events")).at("/items/0");
    assertThat(event.get("action").asText()).isEqualTo("REPLAY_BATCH_PLANNED");
    assertThat(event.get("targetId").asText()).isEqualTo(batch.get("id").asText());
    assertThat(event.toString() + batch).doesNotContain("Homer", "Simpson");
  }

  @Test
  void replaysWhatItCountedAndNothingThatFailsLater() {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    batched.failed(webhook, 1);
    JsonNode batch = batched.planned("{\"outcome\":\"FAILED\"}", false);
    batched.failed(webhook, 1);

    assertThat(batched.done(batch).at("/progress/succeeded").asInt()).isEqualTo(1);
    assertThat(IMIS.activities()).hasSize(1);
  }

  @Test
  void keepsFivePlansThatNobodyStarted() {
    List<JsonNode> plans =
        IntStream.range(0, 6).mapToObj(i -> batched.planned("{}", false)).toList();

    assertThat(tenant.get(BatchedTenant.path(plans.getFirst())).statusCode()).isEqualTo(404);
    JsonNode page = Tenant.json(tenant.get("/replay-batches?limit=3"));
    assertThat(page.get("items").findValuesAsText("id"))
        .isEqualTo(
            plans.reversed().subList(0, 3).stream().map(each -> each.get("id").asText()).toList());
    JsonNode rest =
        Tenant.json(
            tenant.get("/replay-batches?limit=3&cursor=" + page.get("nextCursor").asText()));
    assertThat(rest.get("items")).hasSize(2);
  }

  @Test
  void refusesMoreThanMayBeReplayedTogether() {
    TestInlet inlet = TestInlet.start(Map.of("inlet.replay-batches.deliveries-max", 2));
    try {
      BatchedTenant few = new BatchedTenant(inlet, IMIS);
      JsonNode webhook = few.tenant().createWebhook(Definitions.sample());
      few.failed(webhook, 2);
      assertThat(few.planned("{}", false).get("total").asInt()).isEqualTo(2);
      few.delivered(webhook);

      HttpResponse<String> answer =
          few.tenant().post("/replay-batches", "{\"filter\":{},\"isAsNow\":false}");

      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(Tenant.json(answer).get("detail").asText()).contains("more than 2", "Narrow");
    } finally {
      inlet.close();
    }
  }

  @Test
  void isNothingOfAnotherOrganization() {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    List<String> failed = batched.failed(webhook, 1);
    JsonNode batch = batched.planned(failed, false);
    Tenant other = Tenant.connected(TestInlet.shared(), IMIS);
    String path = BatchedTenant.path(batch);

    assertThat(other.get(path).statusCode()).isEqualTo(404);
    assertThat(other.get(path + "/deliveries").statusCode()).isEqualTo(404);
    assertThat(Tenant.json(other.get("/replay-batches")).get("items")).isEmpty();
    for (String operation : List.of("start", "pause", "resume", "cancel")) {
      assertThat(other.post(path + "/" + operation, "{}").statusCode()).isEqualTo(404);
    }
    HttpResponse<String> planned =
        other.post(
            "/replay-batches",
            "{\"deliveryIds\":[\"%s\"],\"isAsNow\":false}".formatted(failed.getFirst()));
    assertThat(planned.statusCode()).isEqualTo(400);
    assertThat(batched.batch(batch)).isEqualTo(batch);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"isAsNow\":true}",
        "{\"filter\":{}}",
        "{\"filter\":{},\"deliveryIds\":[\"0190a5e0-0000-7000-8000-000000000000\"],\"isAsNow\":true}",
        "{\"deliveryIds\":[],\"isAsNow\":true}",
        "{\"deliveryIds\":[null],\"isAsNow\":true}",
        "{\"deliveryIds\":[\"x'; DROP TABLE deliveries; --\"],\"isAsNow\":true}",
        "{\"deliveryIds\":[\"0190a5e0-0000-7000-8000-000000000000\"],\"isAsNow\":true}",
        "{\"deliveryIds\":[\"ffffffff-ffff-4fff-bfff-ffffffffffff\"],\"isAsNow\":true}",
        "{\"filter\":{\"version\":1},\"isAsNow\":true}",
        "{\"filter\":{\"outcome\":\"LOST\"},\"isAsNow\":true}",
        "{\"filter\":{\"property\":\"a\"},\"isAsNow\":true}",
        "{\"filter\":{\"q\":\"\\u0000\"},\"isAsNow\":true}",
        "{\"filter\":{\"from\":\"+99999-01-01T00:00:00Z\"},\"isAsNow\":true}",
        "{\"filter\":{\"organizationId\":\"0190a5e0-0000-7000-8000-000000000000\"},\"isAsNow\":true}",
      })
  void refusesWhatMeansNothing(String request) {
    assertThat(tenant.post("/replay-batches", request).statusCode()).isEqualTo(400);
  }

  @Test
  void leavesOutWhatIsKeptNoLongerAndSaysSo() {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    List<String> failed = batched.failed(webhook, 3);
    batched.forget(failed.getFirst());

    JsonNode batch = batched.planned(failed, false);

    assertThat(batch.get("total").asInt()).isEqualTo(2);
    assertThat(batch.at("/plan/ready").asInt()).isEqualTo(2);
    assertThat(batch.at("/plan/impossibleBecause"))
        .isEqualTo(
            Definitions.read(
                """
                [{"sentence":"This delivery is kept no longer.","count":1}]
                """));
    assertThat(batched.batch(batch)).isEqualTo(batch);
    assertThat(batched.done(batch).at("/progress/succeeded").asInt()).isEqualTo(2);
  }

  @Test
  void takesUpTo500NamedDeliveries() {
    ObjectNode request = Tenant.JSON.createObjectNode().put("isAsNow", false);
    ArrayNode ids = request.putArray("deliveryIds");
    IntStream.rangeClosed(0, 500).forEach(i -> ids.add(UUID.randomUUID().toString()));

    assertThat(tenant.post("/replay-batches", request).statusCode()).isEqualTo(400);
  }

  @Test
  void meetsADeliveryOnceThatIsNamedTwice() {
    String failed = batched.failed(tenant.createWebhook(Definitions.sample()), 1).getFirst();

    assertThat(batched.planned(List.of(failed, failed), false).get("total").asInt()).isEqualTo(1);
  }

  /** A delivery that brought what is never stored. */
  private void incomplete() {
    ObjectNode definition =
        Definitions.activity(
            """
            {"type":"object","properties":{"id":{"type":"string"},"ssn":{"type":"string"}}}
            """,
            Map.of("ACTIVITY_TYPE", "TEST", "PartyId", "$$id$$", "UF_1", "$$ssn$$"));
    ObjectNode privacy = definition.putObject("privacy");
    privacy.putArray("masked");
    privacy.putArray("neverStored").add("ssn");
    JsonNode webhook = tenant.createWebhook(definition);
    IMIS.set(s -> s.withFault(Fault.answer(Part.INSERT, 403, Body.EMPTY).once()));
    tenant.deliver(webhook, "{\"id\":\"101\",\"ssn\":\"123-45-6789\"}");
  }

  private List<String> sentences(JsonNode batch) {
    return StreamSupport.stream(batched.deliveries(batch).spliterator(), false)
        .filter(each -> each.get("state").asText().equals("SKIPPED"))
        .map(each -> each.get("sentence").asText())
        .toList();
  }
}
