package dev.inlet.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Await;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.NodeProcess;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The log of a real process, line by line. */
class JsonLogTest {

  @Test
  void eachLineIsAnObjectWithTheIdsOfWhomItIsAboutAndNothingPersonal() throws IOException {
    TestInlet inlet = TestInlet.start(Map.of());
    try (Simulator simulator = Simulator.start();
        NodeProcess node =
            NodeProcess.beside(inlet, Map.of("INLET_LOG_FORMAT", "json", "TEST_LOG", "true"))) {
      Tenant tenant = Tenant.connected(inlet, simulator);
      JsonNode webhook = tenant.createWebhook(Definitions.sample());
      String path = tenant.hookPath(webhook);
      assertThat(Tenant.send(node.delivery(path, Definitions.SAMPLE_PAYLOAD)).statusCode())
          .isEqualTo(200);
      Sql.execute(inlet, "REVOKE INSERT ON deliveries FROM inlet_journal");
      Sql.execute(inlet, "REVOKE SELECT ON webhooks FROM inlet_app");

      HttpResponse<String> refused =
          Tenant.send(node.delivery(path, Definitions.SAMPLE_PAYLOAD.replace("3", "4")));
      String logging = "/api/organizations/" + tenant.organization() + "/logging";
      String logged =
          Tenant.send(node.get(logging)).headers().firstValue("X-Request-Id").orElseThrow();
      String webhooks = "/api/organizations/" + tenant.organization() + "/webhooks";
      HttpResponse<String> failed =
          Tenant.send(node.get(webhooks).header("Authorization", "Bearer " + tenant.token()));
      String delivery = refused.headers().firstValue("X-Delivery-Id").orElseThrow();
      String request = failed.headers().firstValue("X-Request-Id").orElseThrow();
      Await.until(() -> node.log().stream().anyMatch(line -> line.contains(request)));
      List<String> lines = node.log();

      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(failed.statusCode()).isEqualTo(500);
      assertThat(lines).allSatisfy(line -> assertThat(Definitions.read(line).isObject()).isTrue());
      assertThat(lines.stream().map(Definitions::read))
          .anySatisfy(
              line -> {
                assertThat(line.path("deliveryId").asText()).isEqualTo(delivery);
                assertThat(line.path("organizationId").asText())
                    .isEqualTo(tenant.organization().toString());
                assertThat(line.path("message").asText()).contains("could not be written down");
                assertThat(line.path("exception").asText()).contains("JournalException");
              })
          .anySatisfy(
              line -> {
                assertThat(line.path("message").asText()).isEqualTo(LoggingController.MESSAGE);
                assertThat(line.path("requestId").asText()).isEqualTo(logged);
                assertThat(line.path("organizationId").asText())
                    .isEqualTo(tenant.organization().toString());
              })
          .anySatisfy(
              line -> {
                assertThat(line.path("requestId").asText()).isEqualTo(request);
                assertThat(line.path("message").asText()).contains("failed, trace " + request);
                assertThat(line.path("organizationId").asText())
                    .isEqualTo(tenant.organization().toString());
                assertThat(line.has("deliveryId")).isFalse();
              });
      assertThat(String.join("\n", lines))
          .doesNotContain("Homer", "Simpson", tenant.email(), tenant.slug(), tenant.token())
          .doesNotContain(path.substring(path.lastIndexOf('/') + 1), "demo&100%=ok");
    } finally {
      inlet.close();
    }
  }
}
