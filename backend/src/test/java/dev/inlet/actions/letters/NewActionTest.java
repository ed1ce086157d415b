package dev.inlet.actions.letters;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A new action is a package and no change elsewhere. */
class NewActionTest {

  private static final TestInlet INLET = TestInlet.start(Map.of("letters", true));

  private final Tenant tenant = Tenant.in(INLET);

  @AfterAll
  static void stop() {
    INLET.close();
  }

  @Test
  void isOfferedDesignedExecutedAndLoggedAsAnyOther() {
    JsonNode offered = Tenant.json(tenant.get("/actions")).get("items");
    JsonNode webhook = tenant.createWebhook(definition("{'by':'courier','courier':'Hermes'}"));

    HttpResponse<String> answer = tenant.deliver(webhook, "{\"who\":\"Marge\"}");

    assertThat(offered.findValuesAsText("type")).contains("letters.write");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(WriteLetter.LETTERS).last().asString().startsWith("Marge: ").endsWith("by Hermes");
    JsonNode delivery = tenant.delivery(answer);
    assertThat(delivery.get("outcome").asText()).isEqualTo("SUCCEEDED");
    assertThat(delivery.get("recordId").asText()).startsWith("letter-");
    assertThat(delivery.at("/attempts/0/request").asText()).isEqualTo("Dear ...");
  }

  @Test
  void isCheckedByWhatItDescribes() {
    HttpResponse<String> refused = tenant.post("/webhooks", definition("{'by':'courier'}"));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Tenant.json(refused).at("/errors/0/detail").asText())
        .isEqualTo("Which courier must have a value.");
  }

  private static JsonNode definition(String options) {
    return Definitions.read(
        """
        {"name":"Letters","schema":{"type":"object","properties":{"who":{"type":"string"}}},
         "action":{"type":"letters.write","mapping":[{"field":"to","value":"$$who$$"}],"options":%s}}
        """
            .formatted(options.replace('\'', '"')));
  }
}
