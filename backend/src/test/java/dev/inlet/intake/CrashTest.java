package dev.inlet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Await;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.NodeProcess;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A process that is killed leaves no delivery without a truthful state. */
class CrashTest {

  private static final String KEY = "one";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Test
  void aDeliveryFoundUnfinishedAfterAKillBecomesUnknown() throws IOException {
    TestInlet survivor = TestInlet.start(Map.of());
    try (Simulator simulator = Simulator.start()) {
      Tenant tenant = Tenant.connected(survivor, simulator);
      JsonNode webhook = tenant.createWebhook(Definitions.sample().put("deadlineSeconds", 5));
      simulator.set(switches -> switches.withFault(Fault.hang(Part.INSERT)));
      try (NodeProcess node = NodeProcess.beside(survivor, Map.of())) {
        var _ = HTTP.sendAsync(keyed(node, tenant.hookPath(webhook)), BodyHandlers.ofString());
        Await.until(() -> outcomes(tenant).equals(List.of("RECEIVED")));
      }

      Await.until(() -> outcomes(tenant).equals(List.of("UNKNOWN")));

      JsonNode delivery = Tenant.json(tenant.get("/deliveries")).at("/items/0");
      assertThat(delivery.get("reason").asText()).isEqualTo("INTERRUPTED");
      assertThat(simulator.activities()).isEmpty();

      HttpResponse<String> again = tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD, KEY);
      assertThat(again.statusCode()).isEqualTo(500);
      assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
      assertThat(Tenant.json(again).get("error").asText()).contains("may or may not be in iMIS");
      assertThat(simulator.activities()).isEmpty();
    } finally {
      survivor.close();
    }
  }

  @Test
  void aDeliveryThatWaitsForItsNextAttemptOutlivesItsNode() throws IOException {
    TestInlet survivor = TestInlet.start(Map.of());
    try (Simulator simulator = Simulator.start()) {
      Tenant tenant = Tenant.connected(survivor, simulator);
      JsonNode webhook =
          tenant.createWebhook(Definitions.sample().put("acknowledgement", "ON_RECEIPT"));
      simulator.set(
          switches -> switches.withFault(Fault.answer(Part.INSERT, 429, Fault.Body.EMPTY)));
      try (NodeProcess node = NodeProcess.beside(survivor, Map.of())) {
        var _ = HTTP.sendAsync(keyed(node, tenant.hookPath(webhook)), BodyHandlers.ofString());
        Await.until(() -> isWaiting(tenant));
      }

      simulator.reset();

      Await.until(() -> outcomes(tenant).equals(List.of("SUCCEEDED")));
      assertThat(simulator.activities()).hasSize(1);
    } finally {
      survivor.close();
    }
  }

  /** Whether the first attempt has failed and another one is to come. */
  private static boolean isWaiting(Tenant tenant) {
    JsonNode delivery = Tenant.json(tenant.get("/deliveries")).at("/items/0");
    return delivery.path("outcome").asText().equals("QUEUED")
        && Tenant.json(tenant.get("/deliveries/" + delivery.get("id").asText()))
            .at("/attempts/0/reason")
            .asText()
            .equals("THROTTLED");
  }

  private static List<String> outcomes(Tenant tenant) {
    return Tenant.json(tenant.get("/deliveries")).get("items").findValuesAsText("outcome");
  }

  private static HttpRequest keyed(NodeProcess node, String path) {
    return node.delivery(path, Definitions.SAMPLE_PAYLOAD).header("Idempotency-Key", KEY).build();
  }
}
