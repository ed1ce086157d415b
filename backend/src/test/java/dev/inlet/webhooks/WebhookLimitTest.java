package dev.inlet.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class WebhookLimitTest {

  private static final TestInlet INLET = TestInlet.start(Map.of("inlet.webhooks.max", 2));

  private final Tenant tenant = Tenant.in(INLET);

  @AfterAll
  static void stop() {
    INLET.close();
  }

  @Test
  void anOrganizationHasSoManyAndNoMore() {
    JsonNode first = tenant.createWebhook(Definitions.sample());
    tenant.createWebhook(Definitions.sample());

    HttpResponse<String> third = tenant.post("/webhooks", Definitions.sample());
    HttpResponse<String> copy =
        tenant.post("/webhooks/" + first.get("id").asText() + "/duplicate", Map.of("name", "Copy"));

    assertThat(third.statusCode()).isEqualTo(409);
    assertThat(third.body()).contains("There are 2 webhooks already; delete one first.");
    assertThat(copy.statusCode()).isEqualTo(409);
    Tenant.in(INLET).createWebhook(Definitions.sample());

    tenant.delete("/webhooks/" + first.get("id").asText());
    tenant.createWebhook(Definitions.sample());
  }
}
