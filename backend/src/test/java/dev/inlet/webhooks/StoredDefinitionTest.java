package dev.inlet.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Duplicating a webhook and restoring a version: what is stored is copied, and nobody is asked. */
class StoredDefinitionTest {

  private static final Simulator IMIS = Simulator.start();
  private static final Map<String, String> MAPPING =
      Map.of("ID", "$$id$$", "Interest", "$$interest$$");

  /** Numbers that a double does not hold, and names that JavaScript would bring into order. */
  private static final String TRICKY_SCHEMA =
      "{\"type\":\"object\",\"properties\":{\"b\":{\"type\":\"number\",\"minimum\":0.12345678901234567891,"
          + "\"maximum\":98765432109876543210},\"1\":{\"type\":\"string\"}}}";

  private final Tenant tenant = Tenant.connected(TestInlet.shared(), IMIS);

  @BeforeEach
  void reset() {
    IMIS.reset();
  }

  @AfterAll
  static void stop() {
    IMIS.close();
  }

  @Test
  void duplicatesWhatIsStoredToTheLastDigit() {
    JsonNode original = tenant.createWebhook(tricky());

    HttpResponse<String> answer = duplicate(original, "Copy");

    JsonNode copy = Tenant.json(answer);
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).contains(TRICKY_SCHEMA);
    assertThat(stored(copy, 1))
        .isEqualTo(stored(original, 1))
        .first()
        .asString()
        .startsWith(TRICKY_SCHEMA);
    assertThat(copy.get("name").asText()).isEqualTo("Copy");
    assertThat(copy.get("url")).isNotEqualTo(original.get("url"));
    assertThat(copy.get("version").asInt()).isEqualTo(1);
    assertThat(copy.get("revision").asInt()).isEqualTo(1);
    assertThat(version(copy, 1).get("author").asText()).isEqualTo(tenant.email());
  }

  @Test
  void aCopyTakesNothingBeforeItIsResumed() {
    JsonNode copy = Tenant.json(duplicate(tenant.createWebhook(Definitions.sample()), "Copy"));

    assertThat(copy.get("isPaused").asBoolean()).isTrue();
    assertThat(tenant.deliver(copy, Definitions.SAMPLE_PAYLOAD).statusCode()).isEqualTo(404);
    assertThat(event(copy).at("/after/isPaused").asBoolean()).isTrue();
    assertThat(event(copy).at("/after/duplicateOf").asText()).isEqualTo("Sample");
  }

  @Test
  void duplicatesWithThePanelWhileImisIsDown() {
    JsonNode original = tenant.createWebhook(Definitions.interest(MAPPING));
    cutOff();

    JsonNode copy = Tenant.json(duplicate(original, "Copy"));

    assertThat(version(copy, 1).get("panel")).isEqualTo(version(original, 1).get("panel"));
  }

  @Test
  void duplicatesNothingThatIsGoneAndTakesNoNameless() {
    JsonNode original = tenant.createWebhook(Definitions.sample());

    assertThat(duplicate(original, " ").statusCode()).isEqualTo(400);
    assertThat(duplicate(original, "x".repeat(201)).statusCode()).isEqualTo(400);
    tenant.delete(path(original));
    assertThat(duplicate(original, "Copy").statusCode()).isEqualTo(404);
  }

  @Test
  void showsThePanelThatAVersionWritesTo() {
    JsonNode webhook = tenant.createWebhook(Definitions.interest(MAPPING));

    JsonNode panel = version(webhook, 1).get("panel");

    assertThat(panel.get("name").asText()).isEqualTo("Volunteer_Interests");
    assertThat(panel.get("ownerField").asText()).isEqualTo("ID");
    assertThat(panel.get("fields").findValuesAsText("name"))
        .containsExactlyInAnyOrder("ID", "Interest");
    assertThat(version(tenant.createWebhook(Definitions.sample()), 1).get("panel").isNull())
        .isTrue();
  }

  @Test
  void restoresAVersionToTheLastDigit() {
    JsonNode webhook = tenant.createWebhook(tricky());
    update(webhook, Definitions.sample());

    HttpResponse<String> answer = restore(webhook, 1, "{\"revision\":2}");

    JsonNode restored = Tenant.json(answer);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains(TRICKY_SCHEMA);
    assertThat(restored.get("version").asInt()).isEqualTo(3);
    assertThat(restored.get("revision").asInt()).isEqualTo(3);
    assertThat(stored(webhook, 3)).isEqualTo(stored(webhook, 1));
    assertThat(event(webhook).at("/after/version").asInt()).isEqualTo(3);
    assertThat(event(webhook).at("/after/restoredVersion").asInt()).isEqualTo(1);
  }

  @Test
  void restoresAPanelAsItWasThenWhileImisIsDown() {
    JsonNode webhook = tenant.createWebhook(Definitions.interest(MAPPING));
    update(webhook, Definitions.sample());
    cutOff();
    int askedBefore = IMIS.requests().size();

    HttpResponse<String> answer = restore(webhook, 1, "{}");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(IMIS.requests()).hasSize(askedBefore);
    assertThat(version(webhook, 3).get("panel")).isEqualTo(version(webhook, 1).get("panel"));
  }

  @Test
  void restoresNameAndPauseOfNobody() {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    update(webhook, Definitions.sample().put("name", "Renamed").put("deadlineSeconds", 3));
    tenant.setPaused(webhook, true);

    JsonNode restored = Tenant.json(restore(webhook, 1, "{}"));

    assertThat(restored.get("name").asText()).isEqualTo("Renamed");
    assertThat(restored.get("isPaused").asBoolean()).isTrue();
    assertThat(restored.get("deadlineSeconds").asInt()).isEqualTo(10);
  }

  @Test
  void restoringWhatIsTheSameChangesNothing() {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    update(webhook, Definitions.sample().put("deadlineSeconds", 3));
    JsonNode again = update(webhook, Definitions.sample());

    HttpResponse<String> answer = restore(webhook, 1, "{\"revision\":3}");

    assertThat(Tenant.json(answer)).isEqualTo(again);
    assertThat(tenant.get(path(webhook) + "/versions/4").statusCode()).isEqualTo(404);
  }

  @Test
  void doesNotRestoreOverWhatSomebodySavedMeanwhile() {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    update(webhook, Definitions.sample().put("deadlineSeconds", 3));

    HttpResponse<String> stale = restore(webhook, 1, "{\"revision\":1}");

    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(restore(webhook, 1, "{\"revision\":2}").statusCode()).isEqualTo(200);
  }

  @Test
  void restoresNothingThatThereIsNot() {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());

    assertThat(restore(webhook, 2, "{}").statusCode()).isEqualTo(404);
    tenant.delete(path(webhook));
    assertThat(restore(webhook, 1, "{}").statusCode()).isEqualTo(404);
  }

  /** As text: `Definitions` would make a double of each number. */
  private static String tricky() {
    return "{\"name\":\"Tricky\",\"schema\":"
        + TRICKY_SCHEMA
        + ",\"action\":{\"type\":\"imis.activity\",\"mapping\":["
        + "{\"field\":\"ACTIVITY_TYPE\",\"value\":\"TEST\"},{\"field\":\"PartyId\",\"value\":\"101\"}]}}";
  }

  /** Makes Inlet forget the panels it has read, and iMIS say nothing of them. */
  private void cutOff() {
    tenant.put("/connection", Tenant.connection(IMIS.baseUrl().toString()).put("timeZone", "UTC"));
    IMIS.set(s -> s.withFault(Fault.drop(Part.READ)));
  }

  private HttpResponse<String> duplicate(JsonNode webhook, String name) {
    return tenant.post(
        path(webhook) + "/duplicate", Tenant.JSON.createObjectNode().put("name", name));
  }

  private HttpResponse<String> restore(JsonNode webhook, int number, String request) {
    return tenant.post(path(webhook) + "/versions/" + number + "/restore", request);
  }

  private JsonNode update(JsonNode webhook, ObjectNode definition) {
    HttpResponse<String> answer = tenant.put(path(webhook), definition);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Tenant.json(answer);
  }

  private JsonNode version(JsonNode webhook, int number) {
    return Tenant.json(tenant.get(path(webhook) + "/versions/" + number));
  }

  private JsonNode event(JsonNode webhook) {
    return Tenant.json(tenant.get("/audit-events?targetId=" + webhook.get("id").asText()))
        .at("/items/0");
  }

  private List<String> stored(JsonNode webhook, int number) {
    return Sql.rowsOf(
        tenant.organization(),
        TestInlet.shared(),
        """
        SELECT schema, action, panel, acknowledgement, deadline_ms
        FROM webhook_versions WHERE webhook_id = '%s' AND number = %d
        """
            .formatted(webhook.get("id").asText(), number));
  }

  private static String path(JsonNode webhook) {
    return "/webhooks/" + webhook.get("id").asText();
  }
}
