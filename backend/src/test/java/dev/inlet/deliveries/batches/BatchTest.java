package dev.inlet.deliveries.batches;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the deliveries of a batch that somebody starts. */
class BatchTest {

  private static final Simulator IMIS = Simulator.start();

  private final BatchedTenant batched = new BatchedTenant(TestInlet.shared(), IMIS);
  private final Tenant tenant = batched.tenant();
  private final JsonNode webhook = tenant.createWebhook(Definitions.sample());

  @BeforeEach
  void reset() {
    IMIS.reset();
  }

  @AfterAll
  static void stop() {
    IMIS.close();
  }

  @Test
  void writesTheRecordsOfDeliveriesThatFailed() {
    List<String> failed = batched.failed(webhook, 6);
    JsonNode batch = batched.planned(failed, false);

    JsonNode done = batched.done(batch);

    assertThat(done.at("/progress/succeeded").asInt()).isEqualTo(6);
    assertThat(done.get("startedBy").asText()).isEqualTo(tenant.email());
    assertThat(done.get("endedAt").isNull()).isFalse();
    assertThat(IMIS.activities()).hasSize(6);
    JsonNode delivery = Tenant.json(tenant.get("/deliveries/" + failed.getFirst()));
    assertThat(delivery.get("outcome").asText()).isEqualTo("SUCCEEDED");
    assertThat(delivery.at("/attempts/1/startedBy").asText()).isEqualTo(tenant.email());
  }

  @Test
  void handlesThemByTheVersionOfThenOrOfNow() {
    String rejected = BatchedTenant.id(tenant.deliver(webhook, "{\"firstName\":\"Homer\"}"));
    tenant.put(
        "/webhooks/" + webhook.get("id").asText(),
        Definitions.activity(
            "{\"type\":\"object\",\"properties\":{\"firstName\":{\"type\":\"string\"}}}",
            Map.of("ACTIVITY_TYPE", "TEST", "PartyId", "101", "NOTE", "$$firstName$$")));

    JsonNode then = batched.planned(List.of(rejected), false);
    assertThat(batched.done(then).at("/progress/skipped").asInt()).isEqualTo(1);
    assertThat(IMIS.activities()).isEmpty();

    JsonNode now = batched.planned(List.of(rejected), true);
    assertThat(now.at("/plan/ready").asInt()).isEqualTo(1);
    batched.done(now);

    assertThat(batched.only(now).get("version").asInt()).isEqualTo(2);
    assertThat(batched.only(now).get("state").asText()).isEqualTo("SUCCEEDED");
    assertThat(IMIS.activities()).hasSize(1);
  }

  @Test
  void writesNoRecordTwiceUnlessThatIsConfirmed() {
    List<String> twice = List.of(batched.delivered(webhook), batched.lost(webhook, true));
    JsonNode unconfirmed = batched.planned(twice, false);

    JsonNode done = batched.started(unconfirmed);
    assertThat(done.get("state").asText()).isEqualTo("DONE");
    assertThat(done.at("/progress/skipped").asInt()).isEqualTo(2);
    assertThat(batched.deliveries(unconfirmed).findValuesAsText("sentence"))
        .allMatch(sentence -> sentence.contains("nobody confirmed"));
    assertThat(IMIS.activities()).hasSize(2);

    JsonNode first = batched.planned(twice, false);
    assertThat(batched.done(first, "isSucceededConfirmed").at("/progress/skipped").asInt())
        .isEqualTo(1);
    assertThat(IMIS.activities()).hasSize(3);

    JsonNode second = batched.planned(twice.subList(1, 2), false);
    batched.done(second, "isUncertainConfirmed");
    assertThat(IMIS.activities()).hasSize(4);
  }

  @Test
  void looksForRecordsThatMayBeThereAndWritesThemIfTheyAreNot() {
    JsonNode referring = batched.referring();
    String written = batched.lost(referring, true);
    String notWritten = batched.lost(referring, false);
    List.of(written, notWritten).forEach(batched::quietFor10Minutes);

    // Even whoever confirms what is uncertain gets no record twice that can be looked for.
    JsonNode done =
        batched.done(batched.planned(List.of(written, notWritten), false), "isUncertainConfirmed");

    assertThat(done.at("/progress/succeeded").asInt()).isEqualTo(2);
    assertThat(IMIS.activities()).extracting("UF_1").containsExactlyInAnyOrder(written, notWritten);
  }

  @Test
  void tellsThatNobodyKnowsWhereTheRecordCouldNotBeLookedFor() {
    String lost = batched.lost(batched.referring(), true);
    batched.quietFor10Minutes(lost);
    IMIS.set(s -> s.withFault(Fault.drop(Part.READ).times(10)));
    JsonNode batch = batched.planned(List.of(lost), false);

    assertThat(batched.done(batch).at("/progress/unknown").asInt()).isEqualTo(1);
    assertThat(IMIS.activities()).hasSize(1);
  }

  @Test
  void leavesAloneWhatSomebodyReplayedMeanwhile() {
    List<String> failed = batched.failed(webhook, 2);
    JsonNode batch = batched.planned(failed, false);
    HttpResponse<String> replayed =
        tenant.post("/deliveries/" + failed.getFirst() + "/replay", "{}");
    assertThat(replayed.statusCode()).isEqualTo(200);

    assertThat(batched.done(batch).at("/progress/skipped").asInt()).isEqualTo(1);
    assertThat(batched.deliveries(batch).at("/0/sentence").asText()).isEqualTo(Skips.CHANGED);
    assertThat(IMIS.activities()).hasSize(2);
  }

  @Test
  void replaysOnceWhatTwoBatchesHold() {
    List<String> failed = batched.failed(webhook, 6);
    List<JsonNode> both =
        List.of(batched.planned(failed, false), batched.planned(failed.reversed(), false));

    both.forEach(batched::started);
    both.forEach(batch -> batched.awaitState(batch, "DONE"));

    assertThat(both.stream().mapToInt(batch -> batched.count(batch, "succeeded")).sum())
        .isEqualTo(6);
    assertThat(IMIS.activities()).hasSize(6);
  }

  @Test
  void skipsWhatCannotBeTriedAnyMore() {
    JsonNode deleted = tenant.createWebhook(Definitions.sample());
    List<String> failed = batched.failed(deleted, 1);
    String forgotten = batched.failed(webhook, 1).getFirst();
    JsonNode batch = batched.planned(List.of(failed.getFirst(), forgotten), false);
    tenant.delete("/webhooks/" + deleted.get("id").asText());
    batched.forget(forgotten);

    assertThat(batched.done(batch).at("/progress/skipped").asInt()).isEqualTo(2);
    assertThat(batched.deliveries(batch).findValuesAsText("sentence"))
        .containsExactlyInAnyOrder("The webhook of this delivery was deleted.", Skips.GONE);
  }

  @Test
  void standsInTheAuditTrail() {
    JsonNode batch = batched.planned(batched.failed(webhook, 1), false);
    batched.done(batch, "isSucceededConfirmed");

    JsonNode event = Tenant.json(tenant.get("/audit-events")).at("/items/0");

    assertThat(event.get("action").asText()).isEqualTo("REPLAY_BATCH_STARTED");
    assertThat(event.get("targetId").asText()).isEqualTo(batch.get("id").asText());
    assertThat(event.get("targetName").asText()).isEqualTo("1 delivery");
    assertThat(event.at("/after/isSucceededConfirmed").asBoolean()).isTrue();
    assertThat(event.at("/after/isUncertainConfirmed").asBoolean()).isFalse();
  }

  @Test
  void writesRecordsWithoutWhatIsNeverStoredIfThatIsConfirmed() {
    ObjectNode definition =
        Definitions.activity(
            "{\"type\":\"object\",\"properties\":{\"ssn\":{\"type\":\"string\"}}}",
            Map.of("ACTIVITY_TYPE", "TEST", "PartyId", "101", "UF_1", "$$ssn$$"));
    ObjectNode privacy = definition.putObject("privacy");
    privacy.putArray("masked");
    privacy.putArray("neverStored").add("ssn");
    JsonNode secret = tenant.createWebhook(definition);
    IMIS.set(s -> s.withFault(Fault.answer(Part.INSERT, 403, Body.EMPTY).once()));
    String id = BatchedTenant.id(tenant.deliver(secret, "{\"ssn\":\"123-45-6789\"}"));

    JsonNode unconfirmed = batched.planned(List.of(id), false);
    assertThat(unconfirmed.at("/plan/incomplete").asInt()).isEqualTo(1);
    assertThat(batched.started(unconfirmed).at("/progress/skipped").asInt()).isEqualTo(1);

    batched.done(batched.planned(List.of(id), false), "isIncompleteConfirmed");
    assertThat(IMIS.activities()).hasSize(1);
  }
}
