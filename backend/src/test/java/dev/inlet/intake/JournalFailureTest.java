package dev.inlet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Await;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What callers are told when the journal cannot be written: never more than is durable. */
class JournalFailureTest {

  private final TestInlet inlet = TestInlet.start(Map.of());
  private final Simulator simulator = Simulator.start();
  private final Tenant tenant = Tenant.connected(inlet, simulator);
  private final JsonNode webhook = tenant.createWebhook(Definitions.sample());

  @AfterEach
  void stop() {
    simulator.close();
    inlet.close();
  }

  @Test
  void doesNothingAndAnswers503WhenADeliveryCannotBeBegun() throws SQLException {
    execute("REVOKE INSERT ON deliveries FROM inlet_journal");

    HttpResponse<String> valid = tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);
    HttpResponse<String> invalid = tenant.deliver(webhook, "{}");
    execute("GRANT INSERT ON deliveries TO inlet_journal");
    HttpResponse<String> later = tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);

    assertThat(valid.statusCode()).isEqualTo(503);
    assertThat(valid.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(Tenant.json(valid).get("success").asBoolean()).isFalse();
    assertThat(invalid.statusCode()).isEqualTo(503);
    assertThat(later.statusCode()).isEqualTo(200);
    assertThat(simulator.activities()).hasSize(1);
    assertThat(unrecorded()).as("what was never begun has no end to record").isZero();
  }

  @Test
  void neverAnswers200ForAnOutcomeThatIsNotDurable() throws SQLException {
    execute(
        "ALTER TABLE deliveries ADD CONSTRAINT nothing_succeeds CHECK (outcome <> 'SUCCEEDED')");

    HttpResponse<String> answer = tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(unrecorded()).isEqualTo(1);
    assertThat(
            inlet
                .bean(MeterRegistry.class)
                .find("inlet.deliveries")
                .tag("outcome", "SUCCEEDED")
                .counters())
        .as("it is not counted as the success that nobody was told of")
        .allSatisfy(counter -> assertThat(counter.count()).isZero());
    assertThat(Tenant.json(answer).get("error").asText()).contains("may or may not be in iMIS");
    assertThat(simulator.activities()).hasSize(1);
    String logged = "/deliveries/" + answer.headers().firstValue("X-Delivery-Id").orElseThrow();
    Await.until(() -> Tenant.json(tenant.get(logged)).get("statusCode").asInt() == 500);
    assertThat(tenant.delivery(answer).get("outcome").asText()).isEqualTo("RECEIVED");
  }

  private double unrecorded() {
    return inlet.bean(MeterRegistry.class).get("inlet.intake.unrecorded").counter().count();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = inlet.database().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
