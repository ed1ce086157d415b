package dev.inlet.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;

class WebhookApiTest {

  private final Tenant tenant = Tenant.in(TestInlet.shared());

  @Test
  void createsAWebhookWithAnOpenUrl() {
    JsonNode created = tenant.createWebhook(Definitions.sample());

    assertThat(created.get("url").asText())
        .matches("http://inlet\\.example/hooks/" + tenant.slug() + "/[A-Za-z0-9_-]{27}");
    assertThat(created.get("version").asInt()).isEqualTo(1);
    assertThat(created.get("revision").asInt()).isEqualTo(1);
    assertThat(created.get("isPaused").asBoolean()).isFalse();
    assertThat(created.get("schema").toString())
        .isEqualTo(Definitions.read(Definitions.SAMPLE_SCHEMA).toString());
    assertThat(Tenant.json(tenant.get("/webhooks/" + created.get("id").asText())))
        .isEqualTo(created);
  }

  @Test
  void listsWebhooksByNamePageAfterPage() {
    for (String name : List.of("b", "C", "a", "Ä")) {
      tenant.createWebhook(Definitions.sample().put("name", name));
    }

    JsonNode first = Tenant.json(tenant.get("/webhooks?limit=3"));
    JsonNode second =
        Tenant.json(tenant.get("/webhooks?limit=3&cursor=" + first.get("nextCursor").asText()));

    assertThat(names(first)).containsExactly("a", "b", "C");
    assertThat(names(second)).containsExactly("Ä");
    assertThat(second.get("nextCursor").isNull()).isTrue();
  }

  @Test
  void listsFewerOnAPageWhereSchemasAreLarge() {
    String examples = "1,".repeat(100_000) + "1";
    String schema =
        "{\"type\":\"object\",\"properties\":{\"date\":{\"type\":\"string\"}},\"examples\":[%s]}"
            .formatted(examples);
    for (int i = 0; i < 8; i++) {
      tenant.createWebhook(
          Definitions.activity(schema, Map.of("ACTIVITY_TYPE", "TEST", "PartyId", "101"))
              .put("name", "Large " + i));
    }

    List<String> names = new ArrayList<>();
    int pages = 0;
    String cursor = "";
    do {
      JsonNode page =
          Tenant.json(
              tenant.get("/webhooks?limit=100" + (cursor.isEmpty() ? "" : "&cursor=" + cursor)));
      names.addAll(names(page));
      cursor = page.get("nextCursor").isNull() ? "" : page.get("nextCursor").asText();
      pages++;
    } while (!cursor.isEmpty());

    assertThat(pages).isEqualTo(2);
    assertThat(names).hasSize(8).doesNotHaveDuplicates();
  }

  @Test
  void deletesForGood() {
    JsonNode created = tenant.createWebhook(Definitions.sample());

    HttpResponse<String> answer = tenant.delete("/webhooks/" + created.get("id").asText());

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(tenant.get("/webhooks/" + created.get("id").asText()).statusCode()).isEqualTo(404);
    assertThat(
            tenant
                .put("/webhooks/" + created.get("id").asText(), Definitions.sample())
                .statusCode())
        .isEqualTo(404);
    assertThat(tenant.delete("/webhooks/" + created.get("id").asText()).statusCode())
        .isEqualTo(404);
    assertThat(Tenant.json(tenant.get("/webhooks")).get("items")).isEmpty();
  }

  @Test
  void refusesADefinitionWithEveryReason() {
    ObjectNode definition =
        Definitions.activity(
            "{\"type\":\"object\",\"properties\":{\"firstName\":{\"type\":\"string\"}}}",
            Map.of(
                "ACTIVITY_TYPE",
                "TOO LONG A TYPE",
                "NOTE",
                "$$fristName$$",
                "CATEGRY",
                "x",
                "UNITS",
                "$$open"));

    HttpResponse<String> answer = tenant.post("/webhooks", definition);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Tenant.json(answer).get("errors").findValuesAsText("detail"))
        .contains(
            "The schema has no property \"fristName\"; did you mean \"firstName\"?",
            "There is no field \"CATEGRY\"; did you mean \"CATEGORY\"?",
            "Activity Type (ACTIVITY_TYPE) holds at most 10 characters; this value has 15.",
            "ID (PartyId) must have a value.")
        .anyMatch(detail -> detail.contains("never closed"));
  }

  @Test
  void namesEachOffenderOfASchemaThatIsNotFlat() {
    ObjectNode definition = Definitions.sample();
    definition.set(
        "schema",
        Definitions.read(
            """
            {"type":"object","properties":{"address":{"type":"object"},"tags":{"type":"array"},"any":{},"ok":{"type":"string"}}}
            """));

    HttpResponse<String> answer = tenant.post("/webhooks", definition);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Tenant.json(answer).get("errors").findValuesAsText("pointer"))
        .containsExactly(
            "/schema/properties/address", "/schema/properties/tags", "/schema/properties/any");
  }

  @Test
  void refusesRequestsThatMissSomethingOrHaveTooMuch() {
    ObjectNode unnamed = Definitions.sample();
    unnamed.remove("name");
    ObjectNode withoutAction = Definitions.sample();
    withoutAction.remove("action");

    assertRefused(unnamed, "/name");
    assertRefused(Definitions.sample().put("name", "x".repeat(201)), "/name");
    assertRefused(withoutAction, "/action");
    assertRefused(Definitions.sample().put("deadlineSeconds", 31), "/deadlineSeconds");
    assertRefused(Definitions.sample().put("dedlineSeconds", 3), "/dedlineSeconds");
    assertRefused(Definitions.sample().put("acknowledgement", "NEVER"), "/acknowledgement");
    assertRefused(Definitions.sample().put("isPaused", true), "/isPaused");
    assertRefused(Definitions.sample().put("name", "a\0b"), "/name");
  }

  @Test
  void refusesMappingsWithHoles() {
    for (String mapping :
        List.of(
            "null",
            "[null]",
            "[{\"field\":null,\"value\":\"x\"}]",
            "[{\"field\":\"NOTE\"}]",
            "[7]")) {
      ObjectNode definition = Definitions.sample();
      ((ObjectNode) definition.get("action")).set("mapping", Definitions.read(mapping));

      assertThat(tenant.post("/webhooks", definition).statusCode()).as(mapping).isEqualTo(400);
    }
  }

  @Test
  void keepsTheDigitsOfASchemasNumbersAndRefusesNamesThatOccurTwice() {
    String schema =
        "{\"type\":\"object\",\"properties\":{\"n\":{\"type\":\"number\",\"maximum\":1.2345678901234567891}}}";
    String definition = Definitions.sample().toString();
    String own = definition.replace(Definitions.read(Definitions.SAMPLE_SCHEMA).toString(), schema);
    String mapping =
        "\"mapping\":[{\"field\":\"ACTIVITY_TYPE\",\"value\":\"TEST\"},{\"field\":\"PartyId\",\"value\":\"101\"}]";
    String sound = own.replaceAll("\"mapping\":\\[.*?\\]", Matcher.quoteReplacement(mapping));

    HttpResponse<String> saved = tenant.post("/webhooks", sound);
    HttpResponse<String> twice =
        tenant.post("/webhooks", sound.replaceFirst("\\{", "{\"name\":\"a\","));

    assertThat(saved.body()).contains("1.2345678901234567891");
    assertThat(twice.statusCode()).isEqualTo(400);
  }

  @Test
  void checksASchemaAsTypedWithLineAndColumn() {
    JsonNode broken = check("{\n  \"type\": \"object\",\n  \"properties\": {\n    \"a\" 1\n  }\n}");
    JsonNode nested =
        check(
            "{\n  \"type\": \"object\",\n  \"properties\": {\n    \"a\": {\"type\": \"array\"}\n  }\n}");
    JsonNode sound = check(Definitions.SAMPLE_SCHEMA);

    assertThat(broken.get("valid").asBoolean()).isFalse();
    assertThat(broken.at("/problems/0/line").asInt()).isEqualTo(4);
    assertThat(nested.at("/problems/0/pointer").asText()).isEqualTo("/properties/a");
    assertThat(nested.at("/problems/0/line").asInt()).isEqualTo(4);
    assertThat(nested.at("/problems/0/column").asInt()).isEqualTo(10);
    assertThat(sound.get("valid").asBoolean()).isTrue();
    assertThat(sound.get("draft").asText()).isEqualTo("2020-12");
    assertThat(sound.get("properties").findValuesAsText("name"))
        .containsExactly("firstName", "lastName", "date", "dateTime", "count", "amount");
  }

  @Test
  void previewsTheRecordThatWouldBeSentAndSendsNothing() {
    ObjectNode request = preview(Definitions.SAMPLE_PAYLOAD);

    JsonNode preview = Tenant.json(tenant.post("/webhooks/preview", request));

    assertThat(preview.get("violations")).isEmpty();
    assertThat(preview.get("record").findValuesAsText("field"))
        .containsExactly("ACTIVITY_TYPE", "PartyId", "TRANSACTION_DATE", "NOTE", "CATEGORY");
    assertThat(preview.get("record").findValuesAsText("value"))
        .contains("DATE:2021-05-26", "First name: Homer, Last name: Simpson");
  }

  @Test
  void previewsViolationsAndValuesThatDoNotFit() {
    JsonNode invalid = Tenant.json(tenant.post("/webhooks/preview", preview("{\"firstName\":1}")));
    JsonNode unfitting =
        Tenant.json(
            tenant.post(
                "/webhooks/preview",
                preview(
                    "{\"firstName\":\"a\",\"lastName\":\"b\",\"dateTime\":\"0001-01-01T00:00:00Z\"}")));

    assertThat(invalid.get("violations")).hasSize(2);
    assertThat(invalid.get("record").isNull()).isTrue();
    assertThat(unfitting.at("/problems/0/field").asText()).isEqualTo("TRANSACTION_DATE");
  }

  @Test
  void describesTheFieldsOfActions() {
    JsonNode activity = Tenant.json(tenant.get("/actions")).at("/items/0");

    assertThat(activity.get("type").asText()).isEqualTo("imis.activity");
    assertThat(activity.get("fields").size()).isGreaterThan(40);
    assertThat(activity.at("/fields/1/name").asText()).isEqualTo("PartyId");
    assertThat(activity.at("/fields/1/label").asText()).isEqualTo("ID");
    assertThat(activity.at("/fields/1/isRequired").asBoolean()).isTrue();
  }

  @Test
  void hidesWebhooksOfOtherOrganizations() {
    JsonNode created = tenant.createWebhook(Definitions.sample());
    Tenant other = Tenant.in(TestInlet.shared());
    String path = "/webhooks/" + created.get("id").asText();

    assertThat(other.get(path).statusCode()).isEqualTo(404);
    assertThat(other.put(path, Definitions.sample()).statusCode()).isEqualTo(404);
    assertThat(other.delete(path).statusCode()).isEqualTo(404);
    assertThat(Tenant.json(other.get("/webhooks")).get("items")).isEmpty();
    assertThat(tenant.get(path).statusCode()).isEqualTo(200);
  }

  private JsonNode check(String schema) {
    return Tenant.json(tenant.post("/webhooks/check-schema", schema));
  }

  private static ObjectNode preview(String payload) {
    ObjectNode definition = Definitions.sample();
    ObjectNode request = Tenant.JSON.createObjectNode();
    request.set("schema", definition.get("schema"));
    request.set("action", definition.get("action"));
    request.set("payload", Definitions.read(payload));
    return request;
  }

  private void assertRefused(ObjectNode definition, String pointer) {
    HttpResponse<String> answer = tenant.post("/webhooks", definition);
    assertThat(answer.statusCode()).as(definition.toString()).isEqualTo(400);
    assertThat(Tenant.json(answer).at("/errors/0/pointer").asText()).isEqualTo(pointer);
  }

  private static List<String> names(JsonNode page) {
    return page.get("items").valueStream().map(item -> item.get("name").asText()).toList();
  }
}
