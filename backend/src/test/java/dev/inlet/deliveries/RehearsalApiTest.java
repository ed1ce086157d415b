package dev.inlet.deliveries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.Simulator;
import dev.inlet.platform.time.Deadline;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import dev.inlet.webhooks.WebhookId;
import dev.inlet.webhooks.queue.QueueSettings;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RehearsalApiTest {

  private static final Simulator SIMULATOR = Simulator.start();
  private static final String STRICTER =
      """
      {"type":"object","required":["firstName","email"],
       "properties":{"firstName":{"type":"string"},"email":{"type":"string","format":"email"}}}
      """;
  private static final String ANYTHING = "{\"type\":\"object\",\"properties\":{}}";

  private final Tenant tenant = Tenant.connected(TestInlet.shared(), SIMULATOR);
  private final JsonNode webhook = tenant.createWebhook(Definitions.sample());

  @AfterAll
  static void stop() {
    SIMULATOR.close();
  }

  @Test
  void tellsWhichDeliveriesAStricterSchemaWouldHaveRejected() {
    String accepted =
        tenant.delivery(tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD)).get("id").asText();
    tenant.deliver(webhook, "{\"firstName\":7}");
    tenant.deliver(webhook, "no json");

    JsonNode rehearsal = Tenant.json(rehearse(STRICTER));

    assertThat(rehearsal.get("checked").asInt()).isEqualTo(3);
    assertThat(rehearsal.get("rejectedThen").asInt()).isEqualTo(2);
    assertThat(rehearsal.get("rejectedNow").asInt()).isEqualTo(3);
    assertThat(rehearsal.get("newlyRejected").asInt()).isEqualTo(1);
    assertThat(rehearsal.get("newlyAccepted").asInt()).isZero();
    assertThat(rehearsal.at("/examples")).hasSize(1);
    assertThat(rehearsal.at("/examples/0/deliveryId").asText()).isEqualTo(accepted);
    assertThat(rehearsal.at("/examples/0/violations/0/message").asText()).contains("email");
  }

  @Test
  void tellsHowManyALooserSchemaWouldHaveAccepted() {
    tenant.deliver(webhook, "{}");
    tenant.deliver(webhook, "no json");

    JsonNode rehearsal = Tenant.json(rehearse(ANYTHING));

    assertThat(rehearsal.get("newlyAccepted").asInt()).isEqualTo(1);
    assertThat(rehearsal.get("rejectedNow").asInt()).isEqualTo(1);
    assertThat(rehearsal.at("/examples")).isEmpty();
  }

  @Test
  void looksAtTheNewestOfThisWebhookOnly() {
    JsonNode other = tenant.createWebhook(Definitions.sample().put("name", "Other"));
    tenant.deliver(other, Definitions.SAMPLE_PAYLOAD);
    tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);
    tenant.deliver(webhook, "{}");
    ObjectNode request = request(STRICTER).put("last", 1);

    JsonNode rehearsal =
        Tenant.json(tenant.post("/webhooks/" + webhook.get("id").asText() + "/rehearsal", request));

    assertThat(rehearsal.get("checked").asInt()).isEqualTo(1);
    assertThat(rehearsal.get("newlyRejected").asInt()).isZero();
  }

  @Test
  void looksAtTheNewestEvenIfItFillsTheMemory() throws JournalException {
    Clock clock = TestInlet.shared().bean(Clock.class);
    byte[] body = "{\"firstName\":\"%s\"}".formatted("x".repeat(5 << 20)).getBytes(UTF_8);
    Receipt receipt =
        new Receipt(
            tenant.organization(),
            DeliveryId.at(clock.instant()),
            new WebhookId(UUID.fromString(webhook.get("id").asText())),
            1,
            "192.0.2.1",
            Map.of(),
            StoredPayload.whole(body),
            new long[0],
            null,
            clock.instant().plusSeconds(60));
    TestInlet.shared()
        .bean(DeliveryJournal.class)
        .queue(receipt, QueueSettings.DEFAULT, Deadline.in(Duration.ofSeconds(10)));

    assertThat(Tenant.json(rehearse(ANYTHING)).get("checked").asInt()).isEqualTo(1);
  }

  @Test
  void refusesASchemaThatCannotBeSaved() {
    HttpResponse<String> answer =
        rehearse("{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"object\"}}}");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Tenant.json(answer).at("/errors/0/pointer").asText())
        .startsWith("/schema/properties/a");
  }

  private HttpResponse<String> rehearse(String schema) {
    return tenant.post("/webhooks/" + webhook.get("id").asText() + "/rehearsal", request(schema));
  }

  private static ObjectNode request(String schema) {
    ObjectNode request = Tenant.JSON.createObjectNode();
    request.set("schema", Definitions.read(schema));
    return request;
  }
}
