package dev.inlet.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Await;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A definition that is tried for real. */
class WebhookTestApiTest {

  private static final String SAMPLE = Definitions.SAMPLE_PAYLOAD;
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\":1e999999999}     | The number is too large or too small to work with.",
        "{\"id\":\"\\ud800\"}       | The text contains half of a character (an unpaired surrogate)."
      })
  void takesNoPayloadThatASenderCouldNotPost(String payload, String sentence) {
    for (String path : List.of("/webhooks/test", "/webhooks/preview")) {
      HttpResponse<String> answer = tenant.post(path, request(payload));

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(Tenant.json(answer).at("/errors/0/pointer").asText()).isEqualTo("/payload");
      assertThat(Tenant.json(answer).at("/errors/0/detail").asText()).isEqualTo(sentence);
    }
  }

  @Test
  void takesNoSchemaWithNumbersBeyondAllUse() {
    HttpResponse<String> answer =
        tenant.post(
            "/webhooks/preview",
            "{\"schema\":{\"enum\":[1e99999999]},\"action\":{\"type\":\"imis.activity\",\"mapping\":[]},\"payload\":1}");

    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  void takesNoNameThatASenderCouldNotPost() {
    String payload = "{\"%s\":1}".formatted("n".repeat(1_001));

    HttpResponse<String> answer = tenant.post("/webhooks/preview", request(payload));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Tenant.json(answer).at("/errors/0/detail").asText()).contains("1000 characters");
  }

  @Test
  void takesNoPayloadBeyondWhatIsHeldInMemory() {
    String payload = "{\"firstName\":\"%s\"}".formatted("a".repeat(3_000_000));

    assertThat(tenant.post("/webhooks/test", request(payload)).statusCode()).isEqualTo(413);
  }

  @Test
  void standsInTheAuditTrail() {
    test(Definitions.SAMPLE_PAYLOAD);

    JsonNode events = Tenant.json(tenant.get("/audit-events")).get("items");
    assertThat(events.at("/0/action").asText()).isEqualTo("WEBHOOK_TESTED");
    assertThat(events.at("/0/after/action").asText()).isEqualTo("imis.activity");
    assertThat(events.at("/0/after/outcome").asText()).isEqualTo("SUCCEEDED");
    assertThat(events.at("/0/after/recordId").asText()).isNotBlank();
    assertThat(events.at("/1/action").asText()).isEqualTo("WEBHOOK_TEST_STARTED");
  }

  @Test
  void takesAsLongAsADeliveryMayAndNoLonger() {
    SIMULATOR.set(s -> s.withFault(Fault.hang(Part.INSERT)));

    JsonNode answer = Tenant.json(tenant.post("/webhooks/test", request(SAMPLE, 1)));

    assertThat(answer.at("/result/outcome").asText()).isEqualTo("UNKNOWN");
    assertThat(answer.at("/result/durationMs").asLong()).isBetween(900L, 5_000L);
  }

  @Test
  void keepsTheTestsOfOneOrganizationFromPilingUp() {
    SIMULATOR.set(s -> s.withFault(Fault.hang(Part.INSERT)));
    List<CompletableFuture<HttpResponse<String>>> waiting =
        Stream.generate(
                () -> inBackground(() -> tenant.post("/webhooks/test", request(SAMPLE, 30))))
            .limit(2)
            .toList();
    Await.until(() -> inserts() == 2);

    HttpResponse<String> refused = tenant.post("/webhooks/test", request(SAMPLE, 30));
    SIMULATOR.reset();

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(waiting).allSatisfy(each -> assertThat(each.join().statusCode()).isEqualTo(200));
  }

  private static long inserts() {
    return SIMULATOR.requests().stream()
        .filter(request -> request.path().endsWith("/Activity"))
        .count();
  }

  private static <T> CompletableFuture<T> inBackground(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
  }

  private JsonNode test(String payload) {
    return Tenant.json(tenant.post("/webhooks/test", request(payload)));
  }

  private static String request(String payload, int deadlineSeconds) {
    return request(payload).replaceFirst("\\{", "{\"deadlineSeconds\":" + deadlineSeconds + ",");
  }

  /** As text, because a tree would mend what is wrong with the payload. */
  private static String request(String payload) {
    ObjectNode definition = Definitions.sample();
    return "{\"schema\":%s,\"action\":%s,\"payload\":%s}"
        .formatted(definition.get("schema"), definition.get("action"), payload);
  }
}
