package dev.inlet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Body;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Await;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.SimulatorApi;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a POST at an open URL to the row of a panel, over HTTP on both sides. */
class PanelPathTest {

  private static final Simulator IMIS = Simulator.start();
  private static final Map<String, String> MAPPING =
      Map.of(
          "ID", "$$id$$",
          "Interest", "$$interest$$",
          "Level", "Expert",
          "Hours", "$$hours$$",
          "Since", "$$since$$",
          "Active", "$$active$$");
  private static final String PAYLOAD =
      """
      {"id":"101","interest":"Gardening","hours":2.5,"since":"2026-03-01T02:00:00Z","active":true}
      """;

  private final Tenant tenant = Tenant.connected(TestInlet.shared(), IMIS);
  private final JsonNode webhook = tenant.createWebhook(Definitions.interest(MAPPING));

  @BeforeEach
  void forgetWhatSavingRead() {
    IMIS.reset();
  }

  /** The next test saves a webhook before anything else. */
  @AfterEach
  void endFaults() {
    IMIS.reset();
  }

  @AfterAll
  static void stop() {
    IMIS.close();
  }

  @Test
  void aPostBecomesARowOfTheContact() {
    HttpResponse<String> answer = tenant.deliver(webhook, PAYLOAD);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode found = SimulatorApi.get(IMIS, "Volunteer_Interests?ID=101");
    assertThat(found.get("TotalCount").asInt()).isEqualTo(1);
    JsonNode properties = found.at("/Items/$values/0/Properties/$values");
    assertThat(value(properties, "Interest").asText()).isEqualTo("Gardening");
    assertThat(value(properties, "Level").asText()).isEqualTo("Expert");
    assertThat(value(properties, "Hours").path("$value").decimalValue())
        .isEqualByComparingTo("2.5");
    assertThat(value(properties, "Since").asText()).isEqualTo("2026-02-28T00:00:00");
    assertThat(value(properties, "Active").path("$value").asBoolean()).isTrue();
  }

  @Test
  void twoPostsBecomeTwoRows() {
    tenant.deliver(webhook, PAYLOAD);
    tenant.deliver(webhook, PAYLOAD.replace("Gardening", "Chess"));

    assertThat(IMIS.rows("Volunteer_Interests"))
        .extracting(row -> row.get("Interest"))
        .containsExactly("Gardening", "Chess");
  }

  /** iMIS answers with a number of the row that is known to be wrong. */
  @Test
  void claimsNoRecordIdThatIsNotTheRows() {
    HttpResponse<String> answer = tenant.deliver(webhook, PAYLOAD);

    assertThat(tenant.delivery(answer).get("outcome").asText()).isEqualTo("SUCCEEDED");
    assertThat(tenant.delivery(answer).get("recordId").isNull()).isTrue();
  }

  @Test
  void readsNoDefinitionForADelivery() {
    IMIS.set(s -> s.withFault(Fault.hang(Part.READ)));

    assertThat(tenant.deliver(webhook, PAYLOAD).statusCode()).isEqualTo(200);
  }

  @Test
  void aNodeThatJustStartedReadsNoneEither() {
    IMIS.set(s -> s.withFault(Fault.hang(Part.READ)));
    TestInlet node = TestInlet.start(TestInlet.shared().database(), Map.of());
    try {
      HttpResponse<String> answer =
          Tenant.send(
              HttpRequest.newBuilder(node.url().resolve(tenant.hookPath(webhook)))
                  .POST(BodyPublishers.ofString(PAYLOAD)));

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    } finally {
      node.close();
    }
  }

  @Test
  void acknowledgedDeliveriesArriveToo() {
    JsonNode queued =
        tenant.createWebhook(Definitions.interest(MAPPING).put("acknowledgement", "ON_RECEIPT"));

    HttpResponse<String> answer = tenant.deliver(queued, PAYLOAD);

    assertThat(answer.statusCode()).isEqualTo(202);
    Await.until(() -> !IMIS.rows("Volunteer_Interests").isEmpty());
  }

  @Test
  void aMissingRequiredValueIsNamedAndNothingIsSent() {
    HttpResponse<String> answer = tenant.deliver(webhook, "{\"id\":\"101\"}");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(Tenant.json(answer).get("error").asText())
        .isEqualTo("Interest is required, but no value came for it.");
    assertThat(tenant.delivery(answer).get("reason").asText()).isEqualTo("MAPPING_FAILED");
    assertThat(IMIS.requests()).isEmpty();
  }

  @Test
  void whatImisSaysOfTheRecordIsPassedOn() {
    HttpResponse<String> answer = tenant.deliver(webhook, PAYLOAD.replace("101", "99999"));

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(Tenant.json(answer).get("error").asText())
        .startsWith("iMIS refused the record: ")
        .contains("99999");
  }

  @Test
  void anImisThatIsDownFailsTheDeliveryAndALostAnswerLeavesItOpen() {
    tenant.deliver(webhook, PAYLOAD); // signs in: the simulator forgot the token
    IMIS.set(s -> s.withFault(Fault.answer(Part.INSERT, 503, Body.HTML).once()));
    HttpResponse<String> down = tenant.deliver(webhook, PAYLOAD);
    IMIS.set(s -> s.withFault(Fault.drop(Part.INSERT).afterWrite().once()));
    HttpResponse<String> lost = tenant.deliver(webhook, PAYLOAD);

    assertThat(down.statusCode()).isEqualTo(500);
    assertThat(tenant.delivery(down).get("outcome").asText()).isEqualTo("FAILED");
    assertThat(lost.statusCode()).isEqualTo(500);
    assertThat(tenant.delivery(lost).get("outcome").asText()).isEqualTo("UNKNOWN");
    assertThat(IMIS.rows("Volunteer_Interests")).hasSize(2);
  }

  @Test
  void aConnectionThatBecameA2017SendsNothing() {
    tenant.put("/connection", Tenant.connection(IMIS.baseUrl().toString()).put("edition", "2017"));

    HttpResponse<String> answer = tenant.deliver(webhook, PAYLOAD);

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(Tenant.json(answer).get("error").asText()).startsWith("Panels need iMIS EMS");
    assertThat(IMIS.requests()).isEmpty();
  }

  @Test
  void aPanelThatIsNotAvailableToRestIsSaidToBeSo() {
    JsonNode hidden =
        tenant.createWebhook(
            Definitions.panel(
                "Board_Notes", "{\"type\":\"object\"}", Map.of("ID", "101", "Note", "Hello")));

    HttpResponse<String> answer = tenant.deliver(hidden, "{}");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(Tenant.json(answer).get("error").asText())
        .endsWith("the panel is not \"Available via the REST API\".");
    assertThat(tenant.delivery(answer).get("reason").asText()).isEqualTo("NOT_PERMITTED");
  }

  @Test
  void theContactIsNamedAsThePanelNamesIt() {
    JsonNode legacy =
        tenant.createWebhook(
            Definitions.panel(
                "Name_CEU",
                "{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"}}}",
                Map.of("PartyId", "$$id$$", "CEU_Hours", "1.5")));

    assertThat(tenant.deliver(legacy, "{\"id\":\"102\"}").statusCode()).isEqualTo(200);

    assertThat(IMIS.rows("Name_CEU"))
        .singleElement()
        .satisfies(row -> assertThat(row.get("PartyId")).isEqualTo("102"));
  }

  private static JsonNode value(JsonNode properties, String name) {
    for (JsonNode property : properties) {
      if (property.get("Name").asText().equals(name)) {
        return property.path("Value");
      }
    }
    throw new AssertionError(name + " is not there");
  }
}
