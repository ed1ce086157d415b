package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Whoever may not see a value does not find out by looking for it, and no export tells it. */
class SensitiveSearchTest {

  private static final Simulator SIMULATOR = Simulator.start();
  private static final String PAYLOAD =
      "{\"firstName\":\"Homer\",\"lastName\":\"Secretson\",\"count\":1}";

  private final Tenant tenant = Tenant.connected(TestInlet.shared(), SIMULATOR);

  @AfterAll
  static void stop() {
    SIMULATOR.close();
  }

  @Test
  void noSensitiveValueMakesATerm() {
    for (String kind : List.of("masked", "neverStored")) {
      String id = deliver(tenant.createWebhook(definition(kind)));

      assertThat(ids("?q=secretson")).as(kind).isEmpty();
      assertThat(ids("?property=lastName&value=Secretson")).as(kind).isEmpty();
      assertThat(ids("?q=homer")).as(kind).contains(id);
    }
  }

  @Test
  void noOtherSpellingOrDepthMakesATerm() {
    for (String kind : List.of("masked", "neverStored")) {
      JsonNode webhook = tenant.createWebhook(definition(kind));
      tenant.deliver(
          webhook,
          "{\"firstName\":\"Homer\",\"LASTNAME\":\"Secretson\",\"x\":{\"lastname\":\"Secretson\"}}");

      assertThat(ids("?q=secretson")).as(kind).isEmpty();
      assertThat(ids("?property=LASTNAME&value=Secretson")).as(kind).isEmpty();
      assertThat(ids("?q=homer")).as(kind).isNotEmpty();
    }
  }

  /** Whoever notices late means what has arrived already, too. */
  @Test
  void whatBecameSensitiveLaterIsNotFoundAnyMore() {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    String id = deliver(webhook);
    List<String> before = ids("?property=lastName&value=Secretson");

    HttpResponse<String> changed =
        tenant.put("/webhooks/" + webhook.get("id").asText(), definition("masked"));

    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(before).containsExactly(id);
    assertThat(ids("?property=lastName&value=Secretson")).isEmpty();
    assertThat(ids("?q=secretson")).isEmpty();
  }

  @Test
  void aLongBodyIsNotReadForWhatIsMasked() {
    JsonNode webhook = tenant.createWebhook(definition("masked"));
    tenant.deliver(webhook, "{\"firstName\":\"%s\",\"lastName\":\"Secretson\"}".formatted(words()));

    assertThat(ids("?q=Secretson")).isEmpty();
  }

  @Test
  void exportsAreMasked() {
    JsonNode webhook = tenant.createWebhook(definition("masked"));
    deliver(webhook);

    for (String format : List.of("CSV", "NDJSON")) {
      String of = "&webhookId=" + webhook.get("id").asText();
      String file = tenant.get("/deliveries/export?format=" + format + of).body();
      assertThat(file).as(format).contains("Homer", "•••").doesNotContain("Secretson");
    }
  }

  private static String words() {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      words.append("word").append(i).append(' ');
    }
    return words.toString();
  }

  private static ObjectNode definition(String kind) {
    ObjectNode definition = Definitions.sample();
    ObjectNode privacy = definition.putObject("privacy");
    privacy.putArray("masked");
    privacy.putArray("neverStored");
    privacy.withArray(kind).add("lastName");
    return definition;
  }

  private String deliver(JsonNode webhook) {
    return tenant.delivery(tenant.deliver(webhook, PAYLOAD)).get("id").asText();
  }

  private List<String> ids(String query) {
    return Tenant.json(tenant.get("/deliveries" + query)).get("items").findValuesAsText("id");
  }
}
