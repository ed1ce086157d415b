package dev.inlet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.Application;
import dev.inlet.testing.Await;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A process that is killed leaves no delivery without a truthful state. */
class CrashTest {

  @Test
  void aDeliveryFoundUnfinishedAfterAKillBecomesUnknown() throws IOException {
    TestInlet survivor = TestInlet.start(Map.of());
    try (Simulator simulator = Simulator.start()) {
      Tenant tenant = Tenant.connected(survivor, simulator);
      JsonNode webhook = tenant.createWebhook(Definitions.sample().put("deadlineSeconds", 5));
      simulator.set(switches -> switches.withFault(Fault.hang(Part.INSERT)));
      int port = freePort();
      Process node = startNode(survivor, port);
      try {
        Await.until(() -> isListening(port));
        post(port, tenant.hookPath(webhook));
        Await.until(() -> outcomes(tenant).equals(List.of("RECEIVED")));
      } finally {
        node.destroyForcibly();
      }

      Await.until(() -> outcomes(tenant).equals(List.of("UNKNOWN")));

      JsonNode delivery = Tenant.json(tenant.get("/deliveries")).at("/items/0");
      assertThat(delivery.get("reason").asText()).isEqualTo("INTERRUPTED");
      assertThat(simulator.activities()).isEmpty();

      HttpResponse<String> again = Tenant.send(request(survivor.port(), tenant.hookPath(webhook)));
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
      int port = freePort();
      Process node = startNode(survivor, port);
      try {
        Await.until(() -> isListening(port));
        post(port, tenant.hookPath(webhook));
        Await.until(() -> isWaiting(tenant));
      } finally {
        node.destroyForcibly();
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

  private static Process startNode(TestInlet survivor, int port) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Application.class.getName());
    builder
        .environment()
        .putAll(
            Map.of(
                "INLET_PORT", String.valueOf(port),
                "INLET_DATABASE_URL", survivor.database().url(),
                "INLET_DATABASE_USER", survivor.database().user(),
                "INLET_DATABASE_PASSWORD", survivor.database().password(),
                "INLET_SECRET_KEY", Base64.getEncoder().encodeToString(new byte[32]),
                "INLET_TOKEN_KEY", "a token key for tests as long as it has to be",
                "INLET_OUTBOUND_ALLOWED_NETWORKS", "127.0.0.0/8"));
    return builder
        .redirectErrorStream(true)
        .redirectOutput(Path.of("target", "crash-test-node.log").toFile())
        .start();
  }

  private static List<String> outcomes(Tenant tenant) {
    return Tenant.json(tenant.get("/deliveries")).get("items").findValuesAsText("outcome");
  }

  private static void post(int port, String path) {
    var _ =
        HttpClient.newHttpClient().sendAsync(request(port, path).build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(int port, String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Idempotency-Key", "one")
        .POST(BodyPublishers.ofString(Definitions.SAMPLE_PAYLOAD));
  }

  private static boolean isListening(int port) {
    try {
      return Tenant.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/health")))
              .statusCode()
          == 200;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
