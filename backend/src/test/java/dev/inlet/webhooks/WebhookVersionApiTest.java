package dev.inlet.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import org.junit.jupiter.api.Test;

class WebhookVersionApiTest {

  private final Tenant tenant = Tenant.in(TestInlet.shared());
  private final String webhook = tenant.createWebhook(Definitions.sample()).get("id").asText();

  @Test
  void listsTheNewestFirstWithWhoSavedItPageAfterPage() {
    save(Definitions.sample().put("deadlineSeconds", 3));
    save(Definitions.sample().put("deadlineSeconds", 4));

    JsonNode first = versions("?limit=2");
    JsonNode rest = versions("?limit=2&cursor=" + first.get("nextCursor").asText());

    assertThat(first.get("items").findValuesAsText("number")).containsExactly("3", "2");
    assertThat(first.at("/items/0/isCurrent").asBoolean()).isTrue();
    assertThat(first.at("/items/1/isCurrent").asBoolean()).isFalse();
    assertThat(first.at("/items/0/author").asText()).isEqualTo(tenant.email());
    assertThat(rest.get("items").findValuesAsText("number")).containsExactly("1");
    assertThat(rest.get("nextCursor").isNull()).isTrue();
  }

  @Test
  void showsAVersionAsItWasSaved() {
    save(Definitions.sample().put("deadlineSeconds", 3));

    JsonNode version = Tenant.json(tenant.get("/webhooks/" + webhook + "/versions/1"));

    assertThat(version.get("number").asInt()).isEqualTo(1);
    assertThat(version.get("deadlineSeconds").asInt()).isEqualTo(10);
    assertThat(version.get("schema")).isEqualTo(Definitions.read(Definitions.SAMPLE_SCHEMA));
    assertThat(version.at("/action/type").asText()).isEqualTo("imis.activity");
  }

  @Test
  void keepsTheVersionsOfADeletedWebhook() {
    tenant.delete("/webhooks/" + webhook);

    assertThat(versions("").at("/items/0/isCurrent").asBoolean()).isFalse();
    assertThat(tenant.get("/webhooks/" + webhook + "/versions/1").statusCode()).isEqualTo(200);
  }

  @Test
  void knowsNoVersionThatWasNeverSaved() {
    for (String path :
        new String[] {
          "/webhooks/" + webhook + "/versions/2",
          "/webhooks/" + tenant.organization() + "/versions/1",
          "/webhooks/" + tenant.organization() + "/versions"
        }) {
      assertThat(tenant.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(tenant.get("/webhooks/" + webhook + "/versions?cursor=eA").statusCode())
        .isEqualTo(400);
  }

  private void save(ObjectNode definition) {
    assertThat(tenant.put("/webhooks/" + webhook, definition).statusCode()).isEqualTo(200);
  }

  private JsonNode versions(String query) {
    return Tenant.json(tenant.get("/webhooks/" + webhook + "/versions" + query));
  }
}
