package dev.inlet.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.SupportPerson;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By what a webhook knows that something is sent again is part of its versions. */
class IdempotencyApiTest {

  private static final TestInlet INLET = TestInlet.shared();

  private final Tenant tenant = Tenant.in(INLET);

  @Test
  void isTheCustomaryHeaderForADayIfNothingIsSaid() {
    JsonNode idempotency = tenant.createWebhook(Definitions.sample()).get("idempotency");

    assertThat(idempotency)
        .isEqualTo(
            Definitions.read(
                """
                {"from":"HEADER","name":"Idempotency-Key","windowSeconds":86400}
                """));
  }

  @Test
  void isPartOfAVersionAndOfItsCopiesAndStaysWhereNothingIsSaid() {
    JsonNode webhook = tenant.createWebhook(with("PROPERTY", "firstName", 60));
    String path = "/webhooks/" + webhook.get("id").asText();
    JsonNode idempotency = webhook.get("idempotency");

    JsonNode untouched = Tenant.json(tenant.put(path, Definitions.sample()));
    assertThat(untouched.get("idempotency")).isEqualTo(idempotency);
    assertThat(untouched.get("version").asInt()).isEqualTo(1);
    JsonNode changed = Tenant.json(tenant.put(path, with("NONE", null, 60)));
    assertThat(changed.get("version").asInt()).isEqualTo(2);
    assertThat(Tenant.json(tenant.get(path + "/versions/1")).get("idempotency"))
        .isEqualTo(idempotency);
    assertThat(Tenant.json(tenant.post(path + "/versions/1/restore", "{}")).get("idempotency"))
        .isEqualTo(idempotency);
    assertThat(
            Tenant.json(tenant.post(path + "/duplicate", "{\"name\":\"Copy\"}")).get("idempotency"))
        .isEqualTo(idempotency);
    String supported = "/api/support/organizations/%s%s".formatted(tenant.organization(), path);
    assertThat(Tenant.json(SupportPerson.in(INLET).get(supported)).get("idempotency"))
        .isEqualTo(idempotency);
  }

  @ParameterizedTest
  @CsvSource({
    "PROPERTY, firstname, 60, /idempotency/name",
    "PROPERTY, , 60, /idempotency/name",
    "HEADER, , 60, /idempotency/name",
    "HEADER, Content-Type, 60, /idempotency/name",
    "HEADER, 'two words', 60, /idempotency/name",
    "NONE, Idempotency-Key, 60, /idempotency/name",
    "HEADER, Idempotency-Key, 59, /idempotency/windowSeconds",
    "HEADER, Idempotency-Key, 2592001, /idempotency/windowSeconds",
  })
  void whatCannotBeAKeyIsRefused(String from, @Nullable String name, int seconds, String pointer) {
    HttpResponse<String> answer = tenant.post("/webhooks", with(from, name, seconds));

    assertThat(answer.statusCode()).isBetween(400, 422);
    assertThat(Tenant.json(answer).at("/errors/0/pointer").asText()).isEqualTo(pointer);
  }

  @Test
  void everyPresetThatIsAHeaderCanBeSaved() {
    JsonNode presets = Tenant.json(tenant.get("/idempotency-presets")).get("items");

    assertThat(presets).extracting(preset -> preset.get("sender").asText()).contains("Stripe");
    assertThat(presets)
        .filteredOn(preset -> preset.get("from").asText().equals("HEADER"))
        .isNotEmpty()
        .allSatisfy(
            preset ->
                assertThat(
                        tenant
                            .post("/webhooks", with("HEADER", preset.get("name").asText(), 2592000))
                            .statusCode())
                    .isEqualTo(201));
  }

  private static ObjectNode with(String from, @Nullable String name, int seconds) {
    ObjectNode definition = Definitions.sample();
    definition
        .putObject("idempotency")
        .put("from", from)
        .put("name", name)
        .put("windowSeconds", seconds);
    return definition;
  }
}
