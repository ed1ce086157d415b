package dev.inlet.webhooks;

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
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks that insert into a panel, as they are designed and saved. */
class PanelWebhookTest {

  private static final Simulator IMIS = Simulator.start();
  private static final Map<String, String> SOUND =
      Map.of("ID", "$$id$$", "Interest", "$$interest$$");

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
  void savesTheMappingAsItIs() {
    ObjectNode definition = Definitions.interest(SOUND);

    JsonNode created = tenant.createWebhook(definition);

    assertThat(created.get("action")).isEqualTo(definition.get("action"));
    assertThat(Tenant.json(tenant.get("/webhooks/" + created.get("id").asText())).get("action"))
        .isEqualTo(definition.get("action"));
  }

  @Test
  void suggestsTheFieldThatWasMeant() {
    JsonNode problem = refusal(Definitions.interest(with("Intrest", "Chess")));

    assertThat(problem.get("errors").findValuesAsText("detail"))
        .contains("There is no field \"Intrest\"; did you mean \"Interest\"?");
  }

  @Test
  void doesNotTakeTheNumberThatImisGivesItself() {
    JsonNode problem = refusal(Definitions.interest(with("Ordinal", "1")));

    assertThat(problem.get("errors").findValuesAsText("detail"))
        .containsExactly("There is no field \"Ordinal\".");
  }

  @Test
  void namesEachRequiredFieldThatIsMissing() {
    JsonNode problem = refusal(Definitions.interest(Map.of("Level", "Expert")));

    assertThat(problem.get("errors").findValuesAsText("detail"))
        .containsExactlyInAnyOrder("ID must have a value.", "Interest must have a value.");
    assertThat(problem.get("errors").findValuesAsText("field"))
        .containsExactlyInAnyOrder("ID", "Interest");
  }

  @Test
  void refusesStaticTextThatDoesNotFitThePanel() {
    JsonNode problem = refusal(Definitions.interest(with("Hours", "many")));

    assertThat(problem.get("errors").findValuesAsText("detail"))
        .containsExactly("Hours a month (Hours) must be a number.");
  }

  @Test
  void asksForAPanelThatThereIs() {
    ObjectNode without = Definitions.interest(SOUND);
    ((ObjectNode) without.get("action")).remove("panel");

    for (String name :
        new String[] {"Demographics", "Activity", "Nothing", "volunteer_interests"}) {
      JsonNode problem = refusal(Definitions.panel(name, "{\"type\":\"object\"}", Map.of()));
      assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/action/panel");
      assertThat(problem.at("/errors/0/detail").asText())
          .isEqualTo("There is no panel \"%s\" that records can be added to.".formatted(name));
    }
    assertThat(refusal(without).at("/errors/0/detail").asText()).isEqualTo("Choose a panel.");
  }

  @Test
  void doesNotSaveWhatItCannotCheck() {
    IMIS.set(s -> s.withFault(Fault.answer(Part.READ, 503, Body.HTML)));

    JsonNode problem = refusal(Definitions.interest(SOUND));

    assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/action/panel");
    assertThat(problem.at("/errors/0/detail").asText())
        .isEqualTo(
            "The panels could not be read because iMIS is not working properly right now. Try again later.");
  }

  @Test
  void needsAConnectionToSave() {
    Tenant unconnected = Tenant.in(TestInlet.shared());

    HttpResponse<String> answer = unconnected.post("/webhooks", Definitions.interest(SOUND));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Tenant.json(answer).at("/errors/0/detail").asText())
        .isEqualTo("Connect the organization to iMIS first: panels are read from there.");
  }

  @Test
  void needsAnEditionWithPanels() {
    tenant.put("/connection", connection().put("edition", "2017"));

    JsonNode problem = refusal(Definitions.interest(SOUND));

    assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/action/type");
    assertThat(problem.at("/errors/0/detail").asText()).startsWith("Panels need iMIS EMS");
  }

  @Test
  void canBeRenamedWhileImisIsDown() {
    JsonNode created = tenant.createWebhook(Definitions.interest(SOUND));
    forgetWhatWasRead();
    IMIS.set(s -> s.withFault(Fault.drop(Part.READ)));

    HttpResponse<String> renamed =
        update(created, Definitions.interest(SOUND).put("name", "Renamed"));
    HttpResponse<String> changed = update(created, Definitions.interest(with("Level", "Expert")));

    assertThat(renamed.statusCode()).as(renamed.body()).isEqualTo(200);
    assertThat(Tenant.json(renamed).get("version").asInt()).isEqualTo(1);
    assertThat(changed.statusCode()).isEqualTo(422);
  }

  @Test
  void canBeRenamedAfterTheEditionChanged() {
    JsonNode created = tenant.createWebhook(Definitions.interest(SOUND));
    tenant.put("/connection", connection().put("edition", "2017"));

    HttpResponse<String> renamed =
        update(created, Definitions.interest(SOUND).put("name", "Renamed"));

    assertThat(renamed.statusCode()).as(renamed.body()).isEqualTo(200);
  }

  /** In an emergency nobody waits for iMIS, and whoever looks later finds what was there. */
  @Test
  void isPausedWithoutAskingImis() {
    JsonNode created = tenant.createWebhook(Definitions.interest(SOUND));
    forgetWhatWasRead();
    int askedBefore = IMIS.requests().size();

    JsonNode paused = tenant.setPaused(created, true);

    assertThat(IMIS.requests()).hasSize(askedBefore);
    assertThat(paused.get("version").asInt()).isEqualTo(1);
    assertThat(tenant.deliver(created, "{\"id\":\"101\"}").statusCode()).isEqualTo(404);
  }

  @Test
  void previewsTheRecordInThePanelsTypes() {
    ObjectNode definition =
        Definitions.interest(
            Map.of("ID", "$$id$$", "Interest", "Chess", "Since", "$$since$$", "Active", "yes"));
    ObjectNode request = Tenant.JSON.createObjectNode();
    request.set("schema", definition.get("schema"));
    request.set("action", definition.get("action"));
    request.set("payload", Definitions.read("{\"id\":\"101\",\"since\":\"2026-03-01T02:00:00Z\"}"));

    JsonNode preview = Tenant.json(tenant.post("/webhooks/preview", request));

    assertThat(preview.get("record").toString())
        .isEqualTo(
            """
            [{"field":"ID","value":"101"},{"field":"Interest","value":"Chess"},\
            {"field":"Since","value":"2026-02-28"},{"field":"Active","value":"true"}]""");
  }

  private void forgetWhatWasRead() {
    tenant.put("/connection", connection().put("timeZone", "UTC"));
  }

  private ObjectNode connection() {
    return Tenant.connection(IMIS.baseUrl().toString());
  }

  private JsonNode refusal(ObjectNode definition) {
    HttpResponse<String> answer = tenant.post("/webhooks", definition);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    return Tenant.json(answer);
  }

  private HttpResponse<String> update(JsonNode webhook, ObjectNode definition) {
    return tenant.put("/webhooks/" + webhook.get("id").asText(), definition);
  }

  private static Map<String, String> with(String field, String value) {
    Map<String, String> mapping = new LinkedHashMap<>(SOUND);
    mapping.put(field, value);
    return mapping;
  }
}
