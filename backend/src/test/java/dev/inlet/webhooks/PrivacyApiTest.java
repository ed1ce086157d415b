package dev.inlet.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.identity.People;
import dev.inlet.platform.security.Role;
import dev.inlet.testing.Api;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.SupportPerson;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a definition says of its sensitive properties is part of its versions. */
class PrivacyApiTest {

  private static final TestInlet INLET = TestInlet.shared();

  private final Tenant tenant = Tenant.in(INLET);
  private final Api api = new Api(INLET);

  @Test
  void isPartOfAVersionAndOfItsCopies() {
    JsonNode webhook = tenant.createWebhook(with(List.of("firstName"), List.of("amount")));
    String path = "/webhooks/" + webhook.get("id").asText();

    JsonNode privacy = webhook.get("privacy");
    assertThat(privacy.at("/masked/0").asText()).isEqualTo("firstName");
    assertThat(privacy.at("/neverStored/0").asText()).isEqualTo("amount");
    assertThat(Tenant.json(tenant.get(path)).get("privacy")).isEqualTo(privacy);

    JsonNode changed = Tenant.json(tenant.put(path, with(List.of("firstName"), List.of())));
    assertThat(changed.get("version").asInt()).isEqualTo(2);
    assertThat(Tenant.json(tenant.get(path + "/versions/1")).get("privacy")).isEqualTo(privacy);
    assertThat(Tenant.json(tenant.post(path + "/versions/1/restore", "{}")).get("privacy"))
        .isEqualTo(privacy);
    assertThat(Tenant.json(tenant.post(path + "/duplicate", "{\"name\":\"Copy\"}")).get("privacy"))
        .isEqualTo(privacy);
    String supported = "/api/support/organizations/%s%s".formatted(tenant.organization(), path);
    assertThat(Tenant.json(SupportPerson.in(INLET).get(supported)).get("privacy"))
        .isEqualTo(privacy);
  }

  @Test
  void staysWhereARequestDoesNotSpeakOfIt() {
    JsonNode webhook = tenant.createWebhook(with(List.of("firstName"), List.of()));

    JsonNode changed =
        Tenant.json(
            tenant.put(
                "/webhooks/" + webhook.get("id").asText(),
                Definitions.sample().put("deadlineSeconds", 7)));

    assertThat(changed.get("privacy")).isEqualTo(webhook.get("privacy"));
  }

  @Test
  void saysNothingUnlessItIsSaid() {
    assertThat(tenant.createWebhook(Definitions.sample()).get("privacy"))
        .isEqualTo(Definitions.read("{\"masked\":[],\"neverStored\":[]}"));
  }

  @Test
  void namesPropertiesOfTheSchemaOnceEach() {
    assertThat(refusal(with(List.of("fristName"), List.of())))
        .isEqualTo(
            "/privacy/masked/0: The schema has no property \"fristName\"; did you mean \"firstName\"?");
    assertThat(refusal(with(List.of("amount"), List.of("amount"))))
        .isEqualTo("/privacy/neverStored/0: \"amount\" is listed twice.");
    ObjectNode alike = with(List.of(), List.of("ssn"));
    alike.set(
        "schema",
        Definitions.read(
            "{\"type\":\"object\",\"properties\":{\"ssn\":{\"type\":\"string\"},\"SSN\":{\"type\":\"string\"}}}"));
    ((ObjectNode) alike.get("action"))
        .set(
            "mapping",
            Definitions.read(
                "[{\"field\":\"ACTIVITY_TYPE\",\"value\":\"T\"},{\"field\":\"PartyId\",\"value\":\"1\"}]"));
    assertThat(refusal(alike)).contains("\"SSN\", too");
  }

  @Test
  void isNotForgottenByAWebhookThatHasToRemember() {
    ObjectNode definition = with(List.of(), List.of("amount")).put("acknowledgement", "ON_RECEIPT");

    assertThat(refusal(definition)).startsWith("/privacy/neverStored: A webhook that answers on");
    assertThat(
            tenant
                .post(
                    "/webhooks",
                    with(List.of("amount"), List.of()).put("acknowledgement", "ON_RECEIPT"))
                .statusCode())
        .isEqualTo(201);
  }

  @Test
  void isLoosenedByNobodyWhoMayNotReveal() {
    JsonNode webhook = tenant.createWebhook(with(List.of("firstName"), List.of("amount")));
    String path =
        "/api/organizations/%s/webhooks/%s"
            .formatted(tenant.organization(), webhook.get("id").asText());
    String editor = People.member(INLET, tenant.organization(), Role.EDITOR).token();
    String admin = People.member(INLET, tenant.organization(), Role.ADMIN).token();

    for (ObjectNode looser :
        List.of(
            with(List.of(), List.of("amount")),
            with(List.of("firstName", "amount"), List.of()),
            with(List.of(), List.of()))) {
      assertThat(api.put(path, editor, looser).statusCode()).isEqualTo(403);
    }
    assertThat(
            api.put(path, editor, with(List.of("date"), List.of("firstName", "amount")))
                .statusCode())
        .isEqualTo(200);
    assertThat(api.post(path + "/versions/1/restore", editor, Map.of()).statusCode())
        .isEqualTo(403);
    assertThat(api.post(path + "/versions/1/restore", admin, Map.of()).statusCode()).isEqualTo(200);
  }

  private String refusal(ObjectNode definition) {
    HttpResponse<String> answer = tenant.post("/webhooks", definition);
    assertThat(answer.statusCode()).isEqualTo(422);
    JsonNode error = Tenant.json(answer).at("/errors/0");
    return error.get("pointer").asText() + ": " + error.get("detail").asText();
  }

  private static ObjectNode with(List<String> masked, List<String> neverStored) {
    ObjectNode definition = Definitions.sample();
    ObjectNode privacy = definition.putObject("privacy");
    privacy.set("masked", Tenant.JSON.valueToTree(masked));
    privacy.set("neverStored", Tenant.JSON.valueToTree(neverStored));
    return definition;
  }
}
