package dev.inlet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Await;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.RawHttp;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each row of the contract for senders, and what the journal says of it. */
class ContractTest {

  private static final Simulator SIMULATOR = Simulator.start();
  private static final TestInlet INLET = TestInlet.shared();

  private final Tenant tenant = Tenant.connected(INLET, SIMULATOR);

  @BeforeEach
  void reset() {
    SIMULATOR.reset();
  }

  @AfterAll
  static void stop() {
    SIMULATOR.close();
  }

  @Test
  void answers200WhenTheRecordIsInImisAndTheDeliveryIsLogged() {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());

    HttpResponse<String> answer = tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"success\":true}");
    JsonNode delivery = tenant.delivery(answer);
    assertThat(delivery.get("outcome").asText()).isEqualTo("SUCCEEDED");
    assertThat(delivery.get("statusCode").asInt()).isEqualTo(200);
    assertThat(delivery.get("recordId").asText()).isEqualTo("10001");
    assertThat(delivery.at("/body/content").asText()).isEqualTo(Definitions.SAMPLE_PAYLOAD);
    assertThat(delivery.at("/attempts/0/request").asText()).contains("ACTIVITY_TYPE");
    assertThat(delivery.at("/attempts/0/responseStatus").asInt()).isEqualTo(201);
  }

  @Test
  void answers400WithEveryViolationInPlainWords() {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());

    HttpResponse<String> answer = tenant.deliver(webhook, "{\"firstName\":7,\"count\":\"many\"}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Tenant.json(answer))
        .isEqualTo(
            Definitions.read(
                """
                {"success":false,"validationErrors":[
                  {"path":"/firstName","keyword":"type","message":"firstName must be text, but it is a whole number."},
                  {"path":"/count","keyword":"type","message":"count must be a whole number, but it is text."},
                  {"path":"/lastName","keyword":"required","message":"lastName is missing; it is required."}]}
                """));
    JsonNode delivery = tenant.delivery(answer);
    assertThat(delivery.get("outcome").asText()).isEqualTo("REJECTED");
    assertThat(delivery.get("reason").asText()).isEqualTo("SCHEMA_VIOLATED");
    assertThat(delivery.get("violations")).hasSize(3);
    assertThat(SIMULATOR.activities()).isEmpty();
  }

  @Test
  void answers400WithLineAndColumnWhenTheBodyIsNotJson() {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());

    HttpResponse<String> answer = tenant.deliver(webhook, "{\n  \"firstName\": Homer\n}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Tenant.json(answer).at("/validationErrors/0/keyword").asText()).isEqualTo("json");
    assertThat(Tenant.json(answer).at("/validationErrors/0/message").asText())
        .contains("line 2, column 16")
        .contains("Homer");
    assertThat(tenant.delivery(answer).get("reason").asText()).isEqualTo("NOT_JSON");
  }

  @Test
  void listsAndLogsAThousandViolations() {
    JsonNode closed =
        tenant.createWebhook(
            Definitions.activity(
                "{\"type\":\"object\",\"properties\":{},\"additionalProperties\":false}",
                Map.of("ACTIVITY_TYPE", "TEST", "PartyId", "101")));
    String names =
        IntStream.range(0, 1_000)
            .mapToObj("\"an unexpected property with a name as long as they come %d\":1"::formatted)
            .collect(Collectors.joining(","));

    HttpResponse<String> answer = tenant.deliver(closed, "{" + names + "}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Tenant.json(answer).get("validationErrors")).hasSize(1_000);
    assertThat(tenant.delivery(answer).get("violations")).hasSize(1_000);
  }

  @Test
  void answers404AlikeForUnknownDeletedAndPausedWebhooks() {
    JsonNode deleted = tenant.createWebhook(Definitions.sample());
    tenant.delete("/webhooks/" + deleted.get("id").asText());
    JsonNode paused = tenant.setPaused(tenant.createWebhook(Definitions.sample()), true);
    String unknown = "/hooks/" + tenant.slug() + "/AAAAAAAAAAAAAAAAAAAAAAAAAAA";
    String otherSlug =
        "/hooks/no-such-organization"
            + tenant.hookPath(paused).substring(6 + tenant.slug().length());

    assertNotFound(tenant.hookPath(deleted));
    assertNotFound(tenant.hookPath(paused));
    assertNotFound(unknown);
    assertNotFound(otherSlug);
    assertNotFound("/hooks/" + tenant.slug() + "/short");
    assertNotFound("/hooks/" + tenant.slug());
    assertNotFound("/hooks/%00/%ff");
  }

  @Test
  void takesDeliveriesAgainAsSoonAsAWebhookIsResumed() {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    tenant.setPaused(webhook, true);
    tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);

    tenant.setPaused(webhook, false);

    assertThat(tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS"})
  void answers405WithAllowToOtherMethods(String method) {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());

    HttpResponse<String> answer =
        Tenant.send(
            HttpRequest.newBuilder(INLET.url().resolve(tenant.hookPath(webhook)))
                .method(method, BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
    assertThat(answer.headers().firstValue("X-Delivery-Id")).isPresent();
    assertThat(Tenant.json(answer).get("success").asBoolean()).isFalse();
  }

  @Test
  void answers429WithRetryAfterOverTheRateOfAWebhook() {
    TestInlet strict = TestInlet.start(Map.of("inlet.webhook-requests-per-second", 1));
    try {
      Tenant flooder = Tenant.connected(strict, SIMULATOR);
      JsonNode webhook = flooder.createWebhook(Definitions.sample());

      HttpResponse<String> answer =
          Stream.generate(() -> flooder.deliver(webhook, Definitions.SAMPLE_PAYLOAD))
              .limit(200)
              .filter(delivered -> delivered.statusCode() != 200)
              .findFirst()
              .orElseThrow();

      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
      assertThat(answer.headers().firstValue("RateLimit-Policy")).hasValue("\"webhook\";q=2;w=2");
      assertThat(answer.headers().firstValue("RateLimit").orElseThrow())
          .isEqualTo("\"webhook\";r=0;t=1");
      assertThat(flooder.delivery(answer).get("reason").asText()).isEqualTo("RATE_LIMITED");
    } finally {
      strict.close();
    }
  }

  @Test
  void answers202OnceTheDeliveryIsDurableAndExecutesItAfterwards() {
    JsonNode webhook =
        tenant.createWebhook(Definitions.sample().put("acknowledgement", "ON_RECEIPT"));

    HttpResponse<String> answer = tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo("{\"success\":true}");
    Await.until(() -> tenant.delivery(answer).get("outcome").asText().equals("SUCCEEDED"));
    assertThat(SIMULATOR.activities()).hasSize(1);
    assertThat(tenant.delivery(answer).get("attempts")).hasSize(1);
  }

  @Test
  void handsOutTheDeliveryIdWithEveryAnswer() throws IOException {
    RawHttp.Answer answer =
        RawHttp.post(
            INLET.port(),
            "/hooks/nobody/nothing",
            "Content-Length: 2\r\n",
            "{}".getBytes(StandardCharsets.UTF_8));

    assertThat(answer.header("X-Delivery-Id")).hasSize(36);
  }

  private static void assertNotFound(String path) {
    HttpResponse<String> answer =
        Tenant.send(
            HttpRequest.newBuilder(INLET.url().resolve(path)).POST(BodyPublishers.ofString("{}")));
    assertThat(answer.statusCode()).as(path).isEqualTo(404);
    assertThat(answer.body()).as(path).isEqualTo("{\"success\":false}");
    assertThat(answer.headers().firstValue("X-Delivery-Id")).as(path).isPresent();
  }
}
