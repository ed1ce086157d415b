package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Body;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A record is never sent with values missing that nobody knows of. */
class IncompleteReplayTest {

  private static final String PAYLOAD = "{\"id\":\"101\",\"ssn\":\"123-45-6789\"}";
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
  void isConfirmedBeforeAFieldStaysBlank() {
    String id = failed(definition(Map.of("PartyId", "$$id$$", "UF_1", "Number $$ssn$$")));

    HttpResponse<String> asked = replay(id, Map.of());
    assertThat(asked.statusCode()).isEqualTo(409);
    assertThat(Tenant.json(asked).get("type").asText()).endsWith("replay-incomplete");
    assertThat(Tenant.json(asked).at("/errors/0/pointer").asText()).isEqualTo("/ssn");
    assertThat(Tenant.json(asked).at("/errors/0/detail").asText()).contains("UF_1", "ssn");
    assertThat(SIMULATOR.activities()).isEmpty();

    assertThat(replay(id, Map.of("isIncompleteConfirmed", true)).statusCode()).isEqualTo(200);
    assertThat(SIMULATOR.activities()).hasSize(1);
  }

  @Test
  void isRefusedWhereAFieldMustHaveTheValue() {
    String id = failed(definition(Map.of("PartyId", "$$ssn$$", "UF_1", "$$ssn$$")));

    HttpResponse<String> refused = replay(id, Map.of("isIncompleteConfirmed", true));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Tenant.json(refused).at("/errors")).hasSize(1);
    assertThat(Tenant.json(refused).at("/errors/0/detail").asText())
        .isEqualTo("\"PartyId\" cannot be filled: \"ssn\" was left out, as it is never stored.");
    assertThat(SIMULATOR.activities()).isEmpty();
  }

  @Test
  void isNotAskedAboutWhatNoFieldNeeds() {
    String id = failed(definition(Map.of("PartyId", "$$id$$")));

    assertThat(replay(id, Map.of()).statusCode()).isEqualTo(200);
  }

  @Test
  void isNotPossibleWithoutABody() {
    JsonNode webhook = tenant.createWebhook(definition(Map.of("PartyId", "$$id$$")));
    String id = id(tenant.deliver(webhook, "no json"));

    HttpResponse<String> answer = replay(id, Map.of());

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(Tenant.json(answer).get("detail").asText()).contains("was not stored");
  }

  @Test
  void isRefusedForWhatElseDoesNotFit() {
    JsonNode webhook = tenant.createWebhook(definition(Map.of("PartyId", "$$id$$")));
    String id = id(tenant.deliver(webhook, "{\"id\":7,\"ssn\":\"123\"}"));

    HttpResponse<String> answer = replay(id, Map.of());

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Tenant.json(answer).at("/errors")).hasSize(1);
    assertThat(Tenant.json(answer).at("/errors/0/pointer").asText()).isEqualTo("/id");
  }

  private String failed(ObjectNode definition) {
    JsonNode webhook = tenant.createWebhook(definition);
    SIMULATOR.set(s -> s.withFault(Fault.answer(Part.INSERT, 403, Body.EMPTY).once()));
    return id(tenant.deliver(webhook, PAYLOAD));
  }

  private HttpResponse<String> replay(String id, Map<String, ?> request) {
    return tenant.post("/deliveries/" + id + "/replay", request);
  }

  private static String id(HttpResponse<String> answer) {
    return answer.headers().firstValue("X-Delivery-Id").orElseThrow();
  }

  /** The value that is never stored is demanded by the schema, too. */
  private static ObjectNode definition(Map<String, String> mapping) {
    Map<String, String> all = new HashMap<>(mapping);
    all.put("ACTIVITY_TYPE", "TEST");
    ObjectNode definition =
        Definitions.activity(
            """
            {"type":"object","properties":{"id":{"type":"string"},"ssn":{"type":"string"}},
             "required":["id","ssn"]}
            """,
            all);
    ObjectNode privacy = definition.putObject("privacy");
    privacy.putArray("masked");
    privacy.putArray("neverStored").add("ssn");
    return definition;
  }
}
