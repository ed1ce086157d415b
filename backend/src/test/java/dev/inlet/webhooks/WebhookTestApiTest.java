package dev.inlet.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A definition that is tried for real. */
class WebhookTestApiTest {

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
  void writesTheRecordWithoutSavingAnything() {
    JsonNode answer = test(Definitions.SAMPLE_PAYLOAD);

    assertThat(answer.at("/result/outcome").asText()).isEqualTo("SUCCEEDED");
    assertThat(answer.at("/result/recordId").isNull()).isFalse();
    assertThat(answer.at("/result/request").asText()).contains("DATE:2021-05-26");
    assertThat(answer.at("/result/responseStatus").asInt()).isEqualTo(201);
    assertThat(SIMULATOR.activities()).hasSize(1);
    assertThat(Tenant.json(tenant.get("/webhooks")).get("items")).isEmpty();
    assertThat(Tenant.json(tenant.get("/deliveries")).get("items")).isEmpty();
  }

  @Test
  void sendsNothingThatDoesNotFit() {
    JsonNode violating = test("{}");
    JsonNode problematic =
        test(
            "{\"firstName\":\"a\",\"lastName\":\"b\",\"date\":\"2021-05-26\",\"dateTime\":\"1700-01-01T00:00:00Z\"}");

    assertThat(violating.get("violations")).hasSize(2);
    assertThat(violating.get("result").isNull()).isTrue();
    assertThat(problematic.get("problems")).hasSize(1);
    assertThat(problematic.get("result").isNull()).isTrue();
    assertThat(SIMULATOR.activities()).isEmpty();
  }

  @Test
  void tellsWhenNobodyKnowsWhetherTheRecordIsThere() {
    SIMULATOR.set(s -> s.withFault(Fault.drop(Part.INSERT).afterWrite().once()));

    JsonNode answer = test(Definitions.SAMPLE_PAYLOAD);

    assertThat(answer.at("/result/outcome").asText()).isEqualTo("UNKNOWN");
    assertThat(answer.at("/result/reason").asText()).isEqualTo("NO_ANSWER");
    assertThat(answer.at("/result/error").asText()).isNotBlank();
  }

  @Test
  void standsInTheAuditTrail() {
    test(Definitions.SAMPLE_PAYLOAD);

    JsonNode event = Tenant.json(tenant.get("/audit-events")).at("/items/0");

    assertThat(event.get("action").asText()).isEqualTo("WEBHOOK_TESTED");
    assertThat(event.at("/after/action").asText()).isEqualTo("imis.activity");
  }

  private JsonNode test(String payload) {
    ObjectNode definition = Definitions.sample();
    ObjectNode request = Tenant.JSON.createObjectNode();
    request.set("schema", definition.get("schema"));
    request.set("action", definition.get("action"));
    request.set("payload", Definitions.read(payload));
    return Tenant.json(tenant.post("/webhooks/test", request));
  }
}
