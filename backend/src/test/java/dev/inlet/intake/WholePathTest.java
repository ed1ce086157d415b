package dev.inlet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a POST at an open URL to the record in iMIS, over HTTP on both sides. */
class WholePathTest {

  private static final Simulator SIMULATOR = Simulator.start();

  private Tenant tenant = Tenant.connected(TestInlet.shared(), SIMULATOR);

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
    assertThat(SIMULATOR.activities())
        .singleElement()
        .satisfies(
            activity ->
                assertThat(activity)
                    .containsEntry("ACTIVITY_TYPE", "TEST")
                    .containsEntry("PartyId", "101")
                    .containsEntry("CATEGORY", "DATE:2021-05-26")
                    .containsEntry("NOTE", "First name: Homer, Last name: Simpson")
                    .containsEntry("TRANSACTION_DATE", "2021-05-26T10:30:00"));
  }
}
