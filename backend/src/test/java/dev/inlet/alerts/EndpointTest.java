package dev.inlet.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.imissimulator.Simulator;
import dev.inlet.platform.http.Guards;
import dev.inlet.testing.Await;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an organization's own addresses are sent. */
class EndpointTest {

  private static final Simulator SIMULATOR = Simulator.start();
  private static final TestInlet INLET = TestInlet.start(Map.of());
  private static final TestInlet PUBLIC_ONLY =
      TestInlet.start(Map.of("inlet.outbound-allowed-networks", ""));

  private final Receiver receiver = new Receiver();
  private final Tenant tenant = Tenant.connected(INLET, SIMULATOR);
  private final JsonNode webhook = tenant.createWebhook(Definitions.sample());
  private final Watched watched = new Watched(INLET, tenant);

  @AfterEach
  void close() {
    receiver.close();
  }

  @AfterAll
  static void stop() {
    PUBLIC_ONLY.close();
    INLET.close();
    SIMULATOR.close();
  }

  @Test
  void isSentWhatBeganAndWhatIsOverSigned() throws Exception {
    JsonNode endpoint = create();
    String secret = endpoint.get("secret").asText();
    assertThat(secret).startsWith("whsec_");
    assertThat(Tenant.json(tenant.get("/alerts/endpoints")).at("/items/0/secret").isNull())
        .isTrue();

    beginIncident();
    Receiver.Received opened = receiver.await(0);
    watched.count(webhook, 90, 0, 0);
    watched.watch();
    Receiver.Received closed = receiver.await(1);

    new Webhook(secret).verify(opened.body(), opened.headers());
    new Webhook(secret).verify(closed.body(), closed.headers());
    JsonNode message = Definitions.read(opened.body());
    assertThat(message.get("type").asText()).isEqualTo("alert.opened");
    assertThat(message.at("/data/organization/id").asText())
        .isEqualTo(tenant.organization().toString());
    assertThat(message.at("/data/incident/kind").asText()).isEqualTo("FAILURE_RATE");
    assertThat(message.at("/data/incident/webhook/id")).isEqualTo(webhook.get("id"));
    assertThat(message.at("/data/summary").asText()).contains("12 of 12 deliveries");
    assertThat(message.at("/data/url").asText())
        .startsWith(
            "http://inlet.example/o/%s/deliveries?webhook=%s&from="
                .formatted(
                    tenant.organization(), message.at("/data/incident/webhook/id").asText()));
    assertThat(Definitions.read(closed.body()).get("type").asText()).isEqualTo("alert.closed");
    JsonNode sent = Tenant.json(tenant.get(path(endpoint) + "/messages")).get("items");
    assertThat(sent.findValuesAsText("summary"))
        .containsExactly(
            Definitions.read(closed.body()).at("/data/summary").asText(),
            message.at("/data/summary").asText());
    assertThat(Definitions.read(closed.body()).at("/data/incident/id"))
        .isEqualTo(message.at("/data/incident/id"));
    assertThatThrownBy(() -> new Webhook(secret).verify(opened.body() + " ", opened.headers()))
        .isInstanceOf(WebhookVerificationException.class);
  }

  @Test
  void isSignedWithBothSecretsForADay() throws Exception {
    JsonNode endpoint = create();
    String old = endpoint.get("secret").asText();
    String renewed =
        Tenant.json(tenant.post(path(endpoint) + "/secret", null)).get("secret").asText();
    assertThat(renewed).isNotEqualTo(old);

    test(endpoint);
    for (String secret : List.of(old, renewed)) {
      Receiver.Received received = receiver.await(0);
      assertThatCode(() -> new Webhook(secret).verify(received.body(), received.headers()))
          .doesNotThrowAnyException();
    }

    watched.asRole(
        "inlet_app",
        "UPDATE alert_endpoint_secrets SET expires_at = now() WHERE expires_at > now()");
    test(endpoint);
    Receiver.Received later = receiver.await(1);
    new Webhook(renewed).verify(later.body(), later.headers());
    assertThatThrownBy(() -> new Webhook(old).verify(later.body(), later.headers()))
        .isInstanceOf(WebhookVerificationException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 404, 500, 503})
  void isTriedAgainUntilItIsTaken(int status) {
    JsonNode endpoint = create();
    receiver.answer(status);
    beginIncident();
    receiver.await(0);
    Await.until(() -> message(endpoint).get("failure").asText().equals("REFUSED"));
    assertThat(message(endpoint).get("statusCode").asInt()).isEqualTo(status);
    assertThat(message(endpoint).get("nextAttemptAt").isNull()).isFalse();

    receiver.answer(204);
    watched.goBack("alert_messages", "due_at", "1 hour");

    Receiver.Received again = receiver.await(1);
    assertThat(again.headers().get("webhook-id"))
        .isEqualTo(receiver.await(0).headers().get("webhook-id"));
    Await.until(() -> !message(endpoint).get("deliveredAt").isNull());
    assertThat(message(endpoint).get("attempts").asInt()).isEqualTo(2);
    assertThat(message(endpoint).get("nextAttemptAt").isNull()).isTrue();
  }

  @Test
  void isGivenUpAfterADay() {
    JsonNode endpoint = create();
    receiver.answer(500);
    beginIncident();
    receiver.await(0);
    Await.until(() -> message(endpoint).get("failure").asText().equals("REFUSED"));
    watched.goBack("alert_messages", "created_at", "24 hours");
    watched.goBack("alert_messages", "due_at", "1 hour");

    receiver.await(1);

    Await.until(() -> message(endpoint).get("nextAttemptAt").isNull());
    assertThat(message(endpoint).get("deliveredAt").isNull()).isTrue();
  }

  @Test
  void isSentByAnotherNodeIfTheOneThatClaimedItDied() {
    JsonNode endpoint = create();
    String id = endpoint.get("id").asText();
    watched.asRole(
        "inlet_app",
        """
        INSERT INTO alert_messages (organization_id, message_id, endpoint_id, type, payload, created_at, due_at, attempts)
        VALUES ('%s', uuidv7(), '%s', 'alert.opened', '{}', now(), now() + interval '50 seconds', 1)
        """
            .formatted(tenant.organization(), id));
    assertThat(receiver.count()).isZero();

    watched.goBack("alert_messages", "due_at", "50 seconds");

    assertThat(receiver.await(0).body()).isEqualTo("{}");
    Await.until(() -> message(endpoint).get("attempts").asInt() == 2);
  }

  @Test
  void getsNothingMoreOnceItSaidThatItIsGone() {
    JsonNode endpoint = create();
    receiver.answer(410);
    beginIncident();
    receiver.await(0);

    Await.until(() -> !listed().get("disabledAt").isNull());
    assertThat(listed().get("disabledBecause").asText()).isEqualTo("GONE");
    assertThat(message(endpoint).get("nextAttemptAt").isNull()).isTrue();
    assertThat(tenant.post(path(endpoint) + "/test", null).statusCode()).isEqualTo(409);

    HttpResponse<String> on =
        tenant.put(
            path(endpoint),
            Tenant.JSON.createObjectNode().put("url", receiver.url()).put("isOn", true));
    assertThat(Tenant.json(on).get("disabledAt").isNull()).isTrue();
  }

  @Test
  void tellsWhatBecameOfATestAndTriesItOnce() {
    JsonNode endpoint = create();
    receiver.answer(500);

    JsonNode tested = test(endpoint);

    assertThat(tested.get("type").asText()).isEqualTo("alert.test");
    assertThat(tested.get("failure").asText()).isEqualTo("REFUSED");
    assertThat(tested.get("statusCode").asInt()).isEqualTo(500);
    assertThat(tested.get("nextAttemptAt").isNull()).isTrue();
    receiver.answer(200);
    assertThat(test(endpoint).get("deliveredAt").isNull()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1",
        "https://localhost/x",
        "https://[::1]:8443",
        "https://169.254.169.254/latest",
        "https://10.0.0.1",
        "https://[::ffff:127.0.0.1]",
        "https://2130706433",
        "https://[64:ff9b::7f00:1]",
        "https://[2002:7f00:1::]",
        "https://[2001:0:7f00:1::1]",
        "https://168.63.129.16/metadata",
        "https://100.64.0.1",
        "https://１２７.０.０.１/x"
      })
  void isNeverCalledWhereInletMayNotGo(String url) {
    Tenant guarded = Tenant.in(PUBLIC_ONLY);
    JsonNode endpoint =
        Tenant.json(
            guarded.post("/alerts/endpoints", Tenant.JSON.createObjectNode().put("url", url)));

    HttpResponse<String> tested = guarded.post(path(endpoint) + "/test", null);

    assertThat(Tenant.json(tested).get("failure").asText()).isEqualTo("ADDRESS_NOT_ALLOWED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "ftp://example.org",
        "https://",
        "https://user:pw@example.org",
        "not an address",
        "https://example.org/#x",
        "https://example.org:99999",
        "https://example.org:0",
        "https://127.0.0.1./x",
        "https://@127.0.0.1",
        "https://example.org\\@127.0.0.1",
        "https://0x7f.1/",
        "https://127.1/",
        "https://0177.0.0.1:x/",
        "https://[fe80::1%25lo",
        "https://a b/",
        "//127.0.0.1/",
        "file:///etc/passwd",
        "javascript:alert(1)"
      })
  void isNoAddressThatNothingCanBeSentTo(String url) {
    assertThat(
            tenant
                .post("/alerts/endpoints", Tenant.JSON.createObjectNode().put("url", url))
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void isWaitedForNoLongerThanItsTime() {
    receiver.hang();
    EndpointHttp http =
        new EndpointHttp(Guards.lettingThrough("127.0.0.0/8"), Duration.ofMillis(300));

    Attempt attempt =
        http.post(URI.create(receiver.url()), new EndpointHttp.Signed("msg_1", 1, "v1,x", "{}"));

    assertThat(attempt.failure()).isEqualTo(MessageFailure.NO_ANSWER);
  }

  private void beginIncident() {
    watched.addRule(
        Watched.rule("FAILURE_RATE")
            .put("deliveries", 10)
            .put("percent", 50)
            .put("periodMinutes", 60));
    watched.count(webhook, 0, 12, 0);
    watched.watch();
  }

  private JsonNode create() {
    HttpResponse<String> answer =
        tenant.post("/alerts/endpoints", Tenant.JSON.createObjectNode().put("url", receiver.url()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Tenant.json(answer);
  }

  private JsonNode test(JsonNode endpoint) {
    HttpResponse<String> answer = tenant.post(path(endpoint) + "/test", null);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Tenant.json(answer);
  }

  private JsonNode listed() {
    return Tenant.json(tenant.get("/alerts/endpoints")).at("/items/0");
  }

  private JsonNode message(JsonNode endpoint) {
    return Tenant.json(tenant.get(path(endpoint) + "/messages")).at("/items/0");
  }

  private static String path(JsonNode endpoint) {
    return "/alerts/endpoints/" + endpoint.get("id").asText();
  }
}
