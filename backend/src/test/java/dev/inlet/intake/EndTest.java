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
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A process that is asked to end loses nothing that was sent to it. */
class EndTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String BODY = Definitions.SAMPLE_PAYLOAD;

  @Test
  void aNodeThatEndsSaysSoTakesWhatStillComesAndFinishesIt() throws IOException {
    TestInlet inlet = TestInlet.start(Map.of());
    try (Simulator simulator = Simulator.start();
        NodeProcess node = NodeProcess.beside(inlet, Map.of("INLET_SHUTDOWN_NOTICE", "2s"))) {
      Tenant tenant = Tenant.connected(inlet, simulator);
      JsonNode webhook = tenant.createWebhook(Definitions.sample().put("deadlineSeconds", 20));
      String path = tenant.hookPath(webhook);
      simulator.set(switches -> switches.withFault(Fault.hang(Part.INSERT)));

      var before = send(node, path, "key");
      Await.until(() -> outcomes(tenant).equals(List.of("RECEIVED")));
      int readyBefore = node.status("/health/readiness");
      node.end();
      Await.until(() -> node.status("/health/readiness") == 503);
      var during = send(node, path, "another key");
      var repeated = send(node, path, "key");
      Await.until(() -> outcomes(tenant).equals(List.of("RECEIVED", "RECEIVED")));
      Await.until(() -> node.status("/health/readiness") == 0); // takes no connection any more
      boolean waits = node.isAlive();
      simulator.set(switches -> switches.withFaults(List.of()));

      assertThat(readyBefore).isEqualTo(200);
      assertThat(waits).isTrue();
      assertThat(before.join().statusCode()).isEqualTo(200);
      assertThat(during.join().statusCode()).isEqualTo(200);
      assertThat(repeated.join().statusCode()).isEqualTo(200);
      Await.until(() -> !node.isAlive());
      assertThat(outcomes(tenant)).containsExactlyInAnyOrder("SUCCEEDED", "SUCCEEDED", "DUPLICATE");
    } finally {
      inlet.close();
    }
  }

  /** Else a node would wait for those who look on, who wait for it. */
  @Test
  void theLiveTailEndsWithItsNode() throws IOException {
    TestInlet inlet = TestInlet.start(Map.of());
    Tenant tenant = Tenant.in(inlet);
    URI live =
        inlet.url().resolve("/api/organizations/" + tenant.organization() + "/deliveries/live");
    HttpRequest request =
        HttpRequest.newBuilder(live).header("Authorization", "Bearer " + tenant.token()).build();
    HttpResponse<InputStream> tail = HTTP.sendAsync(request, BodyHandlers.ofInputStream()).join();

    try (InputStream events = tail.body()) {
      int first = events.read();
      CompletableFuture<Void> end = CompletableFuture.runAsync(inlet::close);

      assertThat(first).isEqualTo(':');
      assertThat(new String(events.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
          .endsWith("\n\n");
      Await.until(end::isDone);
    }
  }

  private static CompletableFuture<HttpResponse<String>> send(
      NodeProcess node, String path, String key) {
    HttpRequest request = node.delivery(path, BODY).header("Idempotency-Key", key).build();
    return HTTP.sendAsync(request, BodyHandlers.ofString());
  }

  private static List<String> outcomes(Tenant tenant) {
    return Tenant.json(tenant.get("/deliveries")).get("items").findValuesAsText("outcome");
  }
}
