package dev.inlet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.SimulatorApi;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a POST at an open URL to the record in iMIS, over HTTP on both sides. */
class WholePathTest {

  private static final Simulator SIMULATOR = Simulator.start();

  private final Tenant tenant = Tenant.connected(TestInlet.shared(), SIMULATOR);

  @BeforeEach
  void reset() {
    SIMULATOR.reset();
  }

  @AfterAll
  static void stop() {
    SIMULATOR.close();
  }

  @Test
  void thePostOfTheProductDescriptionBecomesOneActivity() {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());

    HttpResponse<String> answer = tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"success\":true}");
    JsonNode found = SimulatorApi.get(SIMULATOR, "Activity?PartyId=101");
    assertThat(found.get("TotalCount").asInt()).isEqualTo(1);
    JsonNode properties = found.at("/Items/$values/0/Properties/$values");
    assertThat(value(properties, "ACTIVITY_TYPE")).isEqualTo("TEST");
    assertThat(value(properties, "CATEGORY")).isEqualTo("DATE:2021-05-26");
    assertThat(value(properties, "NOTE")).isEqualTo("First name: Homer, Last name: Simpson");
    assertThat(value(properties, "TRANSACTION_DATE")).isEqualTo("2021-05-26T10:30:00");
  }

  private static String value(JsonNode properties, String name) {
    for (JsonNode property : properties) {
      if (property.get("Name").asText().equals(name)) {
        return property.path("Value").asText();
      }
    }
    return "";
  }
}
