package dev.inlet.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Body;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Await;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.SimulatorApi;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A panel that becomes another under the webhooks that insert into it. */
class DriftApiTest {

  private static final Simulator IMIS = Simulator.start();
  private static final String PANEL = "/actions/imis.panel/panels/Volunteer_Interests";
  private static final String DEFINITION = "BOEntityDefinition/Volunteer_Interests";
  private static final Map<String, String> MAPPING =
      Map.of("ID", "101", "Interest", "Chess", "Level", "$$interest$$");

  private final Tenant tenant = Tenant.connected(TestInlet.shared(), IMIS);
  private int zones;
  private JsonNode webhook = Tenant.JSON.nullNode();

  @BeforeEach
  void createWebhook() {
    IMIS.reset();
    webhook = tenant.createWebhook(Definitions.interest(MAPPING));
    forgetWhatWasRead();
  }

  @AfterAll
  static void stop() {
    IMIS.close();
  }

  @Test
  void isFoundWhenThePanelIsReadAgainAndGoneWhenItFitsAgain() {
    assertThat(webhook.get("drift").isNull()).isTrue();
    change("Interest", property -> property.put("MaxLength", 10));
    refresh();

    JsonNode drift = read().get("drift");
    assertThat(drift.at("/problems").toString())
        .isEqualTo(
            """
            [{"field":"Interest","message":"Interest holds at most 10 characters now; it held 50."}]""");
    assertThat(drift.get("foundAt").asText()).isNotEmpty();
    assertThat(read().get("revision")).isEqualTo(webhook.get("revision"));
    assertThat(Tenant.json(tenant.get("/webhooks")).at("/items/0/drift")).isEqualTo(drift);

    forgetWhatWasRead();
    refresh();
    assertThat(read().get("drift")).isEqualTo(drift); // the instant, too

    change("Interest", property -> property.put("MaxLength", 50));
    forgetWhatWasRead();
    refresh();
    assertThat(read().get("drift").isNull()).isTrue();
  }

  @Test
  void isFoundBehindADeliveryThatWasRefused() {
    change("Level", property -> property.remove("Rule"));
    IMIS.set(s -> s.withFault(Fault.answer(Part.INSERT, 400, Body.JSON_MESSAGE)));

    assertThat(tenant.deliver(webhook, "{\"interest\":\"Expert\"}").statusCode()).isEqualTo(500);

    Await.until(() -> !read().get("drift").isNull());
    assertThat(read().at("/drift/problems/0/message").asText())
        .startsWith("Level of experience (Level) takes any value now;");
  }

  @Test
  void isLookedForOnceHoweverManyDeliveriesAreRefused() {
    change("Interest", property -> property.put("MaxLength", 10));
    long readBefore = definitionsRead();
    IMIS.set(s -> s.withFault(Fault.answer(Part.INSERT, 403, Body.EMPTY)));
    for (int i = 0; i < 5; i++) {
      tenant.deliver(webhook, "{}");
    }
    Await.until(() -> !read().get("drift").isNull());

    assertThat(definitionsRead()).isEqualTo(readBefore + 1);
  }

  /** A refusal that iMIS cannot explain must not take longer than one that it can. */
  @Test
  void holdsUpNoDelivery() {
    IMIS.set(
        s ->
            s.withFault(Fault.answer(Part.INSERT, 400, Body.JSON_MESSAGE))
                .withFault(Fault.hang(Part.READ)));

    assertThat(tenant.deliver(webhook, "{}").statusCode()).isEqualTo(500);
    assertThat(read().get("drift").isNull()).isTrue();
  }

  @Test
  void isGoneOnceTheWebhookIsSavedAgain() {
    change("Level", property -> rule(property).add(value("Master")));
    refresh();
    assertThat(read().at("/drift/problems/0/message").asText())
        .startsWith("Level of experience (Level) also takes these now: Master;");

    JsonNode saved = save(Definitions.interest(MAPPING));

    assertThat(saved.get("drift").isNull()).isTrue();
    assertThat(saved.get("version").asInt()).isEqualTo(2);
    assertThat(tenant.deliver(webhook, "{\"interest\":\"Master\"}").body())
        .doesNotContain("takes only");
  }

  @Test
  void staysWhileTheWebhookIsOnlyRenamed() {
    change("Interest", property -> property.put("Name", "constructor"));
    refresh();

    JsonNode renamed = save(Definitions.interest(MAPPING).put("name", "Renamed"));

    assertThat(renamed.get("version").asInt()).isEqualTo(1);
    assertThat(renamed.at("/drift/problems").findValuesAsText("message"))
        .containsExactly(
            "The panel has no field Interest any more.", "Interest (constructor) is required now.");
  }

  @Test
  void tellsOfAPanelThatIsGone() {
    ObjectNode definition = definition();
    definition.put("ObjectTypeName", "Single");
    IMIS.replace(DEFINITION, definition.toString());

    assertThat(tenant.get(PANEL + "?refresh=true").statusCode()).isEqualTo(404);

    assertThat(read().at("/drift/problems/0").toString())
        .isEqualTo(
            """
            {"field":null,"message":"There is no panel What a contact would like to help with (Volunteer_Interests)\
             any more that records can be added to."}""");
  }

  @Test
  void concernsOnlyTheWebhooksOfThePanel() {
    JsonNode other =
        tenant.createWebhook(
            Definitions.panel(
                "Mentoring",
                "{\"type\":\"object\"}",
                Map.of("ContactKey", "101", "Topic", "Chess", "Meetings", "2.0")));
    JsonNode deleted = tenant.createWebhook(Definitions.interest(MAPPING));
    tenant.delete("/webhooks/" + deleted.get("id").asText());
    forgetWhatWasRead();
    change("Interest", property -> property.put("MaxLength", 10));
    refresh();

    assertThat(Tenant.json(tenant.get("/webhooks")).get("items").findValues("drift"))
        .filteredOn(drift -> !drift.isNull())
        .hasSize(1);
    assertThat(tenant.deliver(other, "{}").statusCode()).isEqualTo(200);
    assertThat(IMIS.rows("Mentoring").getLast()).containsEntry("Meetings", 2);
  }

  private static long definitionsRead() {
    return IMIS.requests().stream().filter(each -> each.path().contains(DEFINITION)).count();
  }

  private JsonNode read() {
    return Tenant.json(tenant.get("/webhooks/" + webhook.get("id").asText()));
  }

  private JsonNode save(ObjectNode definition) {
    return Tenant.json(tenant.put("/webhooks/" + webhook.get("id").asText(), definition));
  }

  private void refresh() {
    assertThat(tenant.get(PANEL + "?refresh=true").statusCode()).isEqualTo(200);
  }

  /** Else what was read a moment ago would do. */
  private void forgetWhatWasRead() {
    String zone = "Etc/GMT+" + (zones++ % 12 + 1);
    tenant.put("/connection", Tenant.connection(IMIS.baseUrl().toString()).put("timeZone", zone));
  }

  private ObjectNode definition() {
    return (ObjectNode) SimulatorApi.get(IMIS, DEFINITION);
  }

  private void change(String field, Consumer<ObjectNode> change) {
    ObjectNode definition = definition();
    for (JsonNode property : definition.at("/Properties/$values")) {
      if (property.get("Name").asText().equals(field)) {
        change.accept((ObjectNode) property);
      }
    }
    IMIS.replace(DEFINITION, definition.toString());
  }

  private static ArrayNode rule(ObjectNode property) {
    return (ArrayNode) property.at("/Rule/ValueList/$values");
  }

  private static ObjectNode value(String value) {
    return Tenant.JSON.createObjectNode().put("Name", value).put("Value", value);
  }
}
