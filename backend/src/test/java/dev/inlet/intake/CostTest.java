package dev.inlet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import dev.inlet.webhooks.OpenWebhook;
import dev.inlet.webhooks.WebhookCatalog;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the second delivery no longer pays for. */
class CostTest {

  @Test
  void theFirstDeliveryOnlyAsksForAToken() {
    try (Simulator simulator = Simulator.start()) {
      Tenant tenant = Tenant.connected(TestInlet.shared(), simulator);
      JsonNode webhook = tenant.createWebhook(Definitions.sample());

      for (int i = 0; i < 5; i++) {
        assertThat(tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD).statusCode()).isEqualTo(200);
      }

      assertThat(simulator.requests())
          .filteredOn(request -> request.path().equals("/token"))
          .hasSize(1);
      assertThat(simulator.activities()).hasSize(5);
    }
  }

  @Test
  void theSecondDeliveryReadsNoDefinition() throws SQLException {
    TestInlet inlet = TestInlet.start(Map.of());
    try (Simulator simulator = Simulator.start()) {
      Tenant tenant = Tenant.connected(inlet, simulator);
      JsonNode webhook = tenant.createWebhook(Definitions.sample());
      inlet.settle();
      tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);

      takeDefinitionsAway(inlet);

      assertThat(tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD).statusCode()).isEqualTo(200);
    } finally {
      inlet.close();
    }
  }

  @Test
  void aCompiledWebhookIsTheSameOneUntilItChanges() {
    Tenant tenant = Tenant.in(TestInlet.shared());
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    String key = tenant.hookPath(webhook).substring(tenant.hookPath(webhook).lastIndexOf('/') + 1);
    WebhookCatalog catalog = TestInlet.shared().bean(WebhookCatalog.class);

    TestInlet.shared().settle();

    OpenWebhook first = catalog.find(tenant.slug(), key).orElseThrow();
    OpenWebhook second = catalog.find(tenant.slug(), key).orElseThrow();
    tenant.put(
        "/webhooks/" + webhook.get("id").asText(), Definitions.sample().put("deadlineSeconds", 5));
    OpenWebhook changed = catalog.find(tenant.slug(), key).orElseThrow();

    assertThat(second).isSameAs(first);
    assertThat(changed.webhook().version()).isEqualTo(2);
  }

  private static void takeDefinitionsAway(TestInlet inlet) throws SQLException {
    try (Connection connection = inlet.database().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          REVOKE ALL ON organizations, organization_slugs, connections, organization_keys, webhooks, webhook_versions,
            webhook_keys, webhook_verifications, webhook_secrets FROM inlet_app
          """);
    }
  }
}
