package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class DeliveryApiTest {

  private static final Simulator SIMULATOR = Simulator.start();

  private final Tenant tenant = Tenant.connected(TestInlet.shared(), SIMULATOR);
  private final JsonNode webhook = tenant.createWebhook(Definitions.sample());

  @AfterAll
  static void stop() {
    SIMULATOR.close();
  }

  @Test
  void listsTheNewestFirstPageAfterPage() {
    List<String> delivered = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      delivered.addFirst(deliver("{}"));
    }

    List<String> listed = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = list("?limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      page.get("items").forEach(item -> listed.add(item.get("id").asText()));
      cursor = page.get("nextCursor").isNull() ? "" : page.get("nextCursor").asText();
    } while (!cursor.isEmpty());

    assertThat(listed).isEqualTo(delivered);
  }

  @Test
  void narrowsByWebhookOutcomeTimeAndText() {
    JsonNode other = tenant.createWebhook(Definitions.sample().put("name", "Other"));
    String succeeded = deliver(Definitions.SAMPLE_PAYLOAD);
    String rejected = deliver("{\"firstName\":\"Ünique needle\"}");
    String elsewhere = id(tenant.deliver(other, "{}"));

    assertThat(ids("?webhookId=" + other.get("id").asText())).containsExactly(elsewhere);
    assertThat(ids("?outcome=SUCCEEDED")).containsExactly(succeeded);
    assertThat(ids("?q=" + encoded("Ünique needle"))).containsExactly(rejected);
    assertThat(ids("?q=" + succeeded)).containsExactly(succeeded);
    assertThat(ids("?from=2999-01-01T00:00:00Z")).isEmpty();
    assertThat(ids("?to=2999-01-01T00:00:00Z")).hasSize(3);
  }

  @Test
  void namesTheWebhookOfADeliveryEvenAfterItsDeletion() {
    String id = deliver(Definitions.SAMPLE_PAYLOAD);
    tenant.delete("/webhooks/" + webhook.get("id").asText());

    JsonNode delivery = Tenant.json(tenant.get("/deliveries/" + id));

    assertThat(delivery.get("webhookName").asText()).isEqualTo("Sample");
    assertThat(delivery.get("outcome").asText()).isEqualTo("SUCCEEDED");
  }

  @Test
  void refusesFiltersItCannotRead() {
    for (String query :
        List.of(
            "?outcome=LOST",
            "?from=yesterday",
            "?cursor=%25",
            "?limit=0",
            "?limit=1000",
            "?webhookId=7",
            "?q=%00")) {
      HttpResponse<String> answer = tenant.get("/deliveries" + query);

      assertThat(answer.statusCode()).as(query).isEqualTo(400);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }
  }

  @Test
  void hidesDeliveriesOfOtherOrganizations() {
    String id = deliver(Definitions.SAMPLE_PAYLOAD);
    Tenant other = Tenant.in(TestInlet.shared());

    assertThat(other.get("/deliveries/" + id).statusCode()).isEqualTo(404);
    assertThat(Tenant.json(other.get("/deliveries")).get("items")).isEmpty();
    assertThat(
            other
                .call("GET", "/api/organizations/" + tenant.organization() + "/deliveries", null)
                .statusCode())
        .isEqualTo(404);
  }

  private String deliver(String payload) {
    return id(tenant.deliver(webhook, payload));
  }

  private List<String> ids(String query) {
    return list(query).get("items").findValuesAsText("id");
  }

  private JsonNode list(String query) {
    return Tenant.json(tenant.get("/deliveries" + query));
  }

  private static String id(HttpResponse<String> answer) {
    return answer.headers().firstValue("X-Delivery-Id").orElseThrow();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
