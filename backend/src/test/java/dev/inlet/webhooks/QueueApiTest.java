package dev.inlet.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How deliveries wait is a setting of each version. */
class QueueApiTest {

  private final Tenant tenant = Tenant.in(TestInlet.shared());

  @Test
  void deliveriesAreTriedAgainForADayInAnyOrderUnlessSaidOtherwise() {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());

    assertThat(webhook.get("queue"))
        .isEqualTo(Definitions.read("{\"retryForSeconds\":86400,\"isInOrder\":false}"));
  }

  @Test
  void aChangeIsANewVersionAndWhatIsLeftOutStaysAsItIs() {
    JsonNode webhook = tenant.createWebhook(with(3600, true));
    String path = "/webhooks/" + webhook.get("id").asText();

    JsonNode renamed = Tenant.json(tenant.put(path, Definitions.sample().put("name", "Other")));
    JsonNode changed = Tenant.json(tenant.put(path, with(0, true)));
    JsonNode copy = Tenant.json(tenant.post(path + "/duplicate", Map.of("name", "Copy")));

    assertThat(webhook.get("version").asInt()).isEqualTo(1);
    assertThat(renamed.get("version").asInt()).isEqualTo(1);
    assertThat(renamed.get("queue")).isEqualTo(webhook.get("queue"));
    assertThat(changed.get("version").asInt()).isEqualTo(2);
    assertThat(Tenant.json(tenant.get(path + "/versions/1")).at("/queue/retryForSeconds").asInt())
        .isEqualTo(3600);
    assertThat(copy.get("queue")).isEqualTo(changed.get("queue"));
  }

  @Test
  void nobodyWaitsLongerThanThreeDaysOrLessThanNotAtAll() {
    for (int seconds : new int[] {-1, 259_201}) {
      HttpResponse<String> refused = tenant.post("/webhooks", with(seconds, false));
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(Tenant.json(refused).at("/errors/0/pointer").asText())
          .isEqualTo("/queue/retryForSeconds");
    }
    assertThat(tenant.post("/webhooks", with(259_200, false)).statusCode()).isEqualTo(201);
  }

  private static ObjectNode with(int retryForSeconds, boolean isInOrder) {
    ObjectNode definition = Definitions.sample();
    definition
        .putObject("queue")
        .put("retryForSeconds", retryForSeconds)
        .put("isInOrder", isInOrder);
    return definition;
  }
}
