package dev.inlet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Await;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A webhook may demand a proof of whoever sends to it; without one nothing is done. */
class VerifiedDeliveryTest {

  private static final TestInlet INLET = TestInlet.shared();
  private static final Simulator SIMULATOR = Simulator.start();
  private static final String BODY = Definitions.SAMPLE_PAYLOAD;
  private static final String SECRET = "a secret of a sender";
  private static TestInlet other;

  private final Tenant tenant = Tenant.connected(INLET, SIMULATOR);
  private final JsonNode webhook = tenant.createWebhook(Definitions.sample());

  @BeforeAll
  static void startAnother() {
    other =
        TestInlet.start(INLET.database(), Map.of("inlet.trusted-proxies", "127.0.0.0/8,::1/128"));
  }

  @AfterAll
  static void stop() {
    other.close();
    SIMULATOR.close();
  }

  @AfterEach
  void reset() {
    SIMULATOR.reset();
  }

  @Test
  void whatIsSignedIsDoneAndWhatIsNotIsRefused() throws Exception {
    demand("{\"scheme\":\"GITHUB\",\"secret\":\"%s\"}".formatted(SECRET));

    HttpResponse<String> signed = send(INLET, BODY, "X-Hub-Signature-256", github(BODY));
    HttpResponse<String> unsigned = send(INLET, BODY);
    HttpResponse<String> changed =
        send(INLET, BODY.replace("Homer", "Marge"), "X-Hub-Signature-256", github(BODY));

    assertThat(signed.statusCode()).as(signed.body()).isEqualTo(200);
    assertThat(unsigned.statusCode()).isEqualTo(401);
    assertThat(changed.statusCode()).isEqualTo(401);
    assertThat(Tenant.json(unsigned).get("success").asBoolean()).isFalse();
    assertThat(unsigned.body()).contains("X-Hub-Signature-256 is missing").doesNotContain(SECRET);
    assertThat(changed.body()).contains("does not fit");
    assertThat(unsigned.headers().firstValue("WWW-Authenticate")).isEmpty();
    assertThat(SIMULATOR.activities()).hasSize(1);
    JsonNode delivery = tenant.delivery(changed);
    assertThat(delivery.get("outcome").asText()).isEqualTo("REJECTED");
    assertThat(delivery.get("reason").asText()).isEqualTo("NOT_VERIFIED");
  }

  /** A stranger is not told what a sender has to send. */
  @Test
  void aStrangerLearnsNothingOfTheSchemaAndClaimsNoKey() throws Exception {
    demand("{\"scheme\":\"GITHUB\",\"secret\":\"%s\"}".formatted(SECRET));

    for (String body : List.of("{}", "not JSON", "", BODY)) {
      HttpResponse<String> answer = send(INLET, body, "Idempotency-Key", "one");
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(Tenant.json(answer).has("validationErrors")).isFalse();
    }
    HttpResponse<String> signed =
        send(INLET, BODY, "Idempotency-Key", "one", "X-Hub-Signature-256", github(BODY));

    assertThat(signed.statusCode()).isEqualTo(200);
    assertThat(signed.headers().firstValue("Idempotent-Replayed")).isEmpty();
    assertThat(send(INLET, "{}", "X-Hub-Signature-256", github("{}")).statusCode()).isEqualTo(400);
  }

  @Test
  void whatWasNotVerifiedIsNotReplayed() {
    demand("{\"scheme\":\"GITHUB\",\"secret\":\"%s\"}".formatted(SECRET));
    HttpResponse<String> refused = send(INLET, BODY);
    demand("{\"scheme\":\"NONE\"}");

    HttpResponse<String> replay = tenant.post("/deliveries/%s/replay".formatted(id(refused)), "{}");

    assertThat(replay.statusCode()).as(replay.body()).isEqualTo(409);
    assertThat(replay.body()).contains("Nobody knows who sent this delivery");
    assertThat(SIMULATOR.activities()).isEmpty();
  }

  /** It was when it came; its signature is gone, and its time is over. */
  @Test
  void aReplayOfWhatWasReceivedIsNotVerifiedAgain() throws Exception {
    demand("{\"scheme\":\"GITHUB\",\"secret\":\"%s\"}".formatted(SECRET));
    HttpResponse<String> first = send(INLET, BODY, "X-Hub-Signature-256", github(BODY));
    assertThat(first.statusCode()).isEqualTo(200);

    HttpResponse<String> replay =
        tenant.post("/deliveries/%s/replay".formatted(id(first)), "{\"isConfirmed\":true}");

    assertThat(replay.statusCode()).as(replay.body()).isEqualTo(200);
    assertThat(SIMULATOR.activities()).hasSize(2);
  }

  /** The library is another's, so both understand the specification alike. */
  @Test
  void takesWhatTheLibraryOfStandardWebhooksSigns() throws Exception {
    String secret = "whsec_" + Base64.getEncoder().encodeToString(new byte[24]);
    demand("{\"scheme\":\"STANDARD_WEBHOOKS\",\"secret\":\"%s\"}".formatted(secret));

    assertThat(sendStandard(secret, Instant.now()).statusCode()).isEqualTo(200);
    HttpResponse<String> late = sendStandard(secret, Instant.now().minus(Duration.ofMinutes(6)));
    assertThat(late.statusCode()).isEqualTo(401);
    assertThat(late.body()).contains("webhook-timestamp");
  }

  private HttpResponse<String> sendStandard(String secret, Instant at) throws Exception {
    String signature = new Webhook(secret).sign("msg_1", at.getEpochSecond(), BODY);
    return send(
        INLET,
        BODY,
        "webhook-id",
        "msg_1",
        "webhook-timestamp",
        String.valueOf(at.getEpochSecond()),
        "webhook-signature",
        signature);
  }

  /** As text, both would be the same replacement character. */
  @Test
  void theBytesAreVerifiedAsTheyCame() throws Exception {
    demand(
        """
        {"scheme":"HMAC","header":"X-Signed","algorithm":"SHA512","encoding":"BASE64","prefix":"v=","secret":"%s"}
        """
            .formatted(SECRET));
    byte[] signed = {'"', (byte) 0xff, '"'};
    byte[] changed = {'"', (byte) 0xfe, '"'};
    String signature = "v=" + Base64.getEncoder().encodeToString(hmac("HmacSHA512", signed));

    assertThat(send(INLET, signed, "X-Signed", signature).statusCode()).isEqualTo(400);
    assertThat(send(INLET, changed, "X-Signed", signature).statusCode()).isEqualTo(401);
  }

  @Test
  void basicIsAskedFor() {
    demand("{\"scheme\":\"BASIC\",\"user\":\"sender\",\"secret\":\"open sesame\"}");

    HttpResponse<String> none = send(INLET, BODY);
    HttpResponse<String> right = send(INLET, BODY, "Authorization", basic("sender:open sesame"));

    assertThat(none.statusCode()).isEqualTo(401);
    assertThat(none.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic ");
    assertThat(right.statusCode()).isEqualTo(200);
    assertThat(send(INLET, BODY, "Authorization", basic("other:open sesame")).statusCode())
        .isEqualTo(401);
    assertThat(tenant.delivery(right).toString())
        .doesNotContain(basic("sender:open sesame"), "open sesame");
  }

  @Test
  void noSecretOfAHeaderIsStored() {
    demand("{\"scheme\":\"HEADER\",\"header\":\"X-Door\",\"secret\":\"%s\"}".formatted(SECRET));

    HttpResponse<String> right = send(INLET, BODY, "X-Door", SECRET);
    HttpResponse<String> wrong = send(INLET, BODY, "X-Door", "almost " + SECRET);
    HttpResponse<String> mistaken = send(INLET, BODY, "X-Dor", SECRET, "X-Other", "shown");

    assertThat(right.statusCode()).isEqualTo(200);
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(mistaken.statusCode()).isEqualTo(401);
    for (HttpResponse<String> answer : List.of(right, wrong, mistaken)) {
      assertThat(tenant.delivery(answer).toString()).doesNotContain(SECRET);
    }
    assertThat(tenant.delivery(mistaken).toString()).contains("shown");
    assertThat(
            Sql.rowsOf(
                tenant.organization(),
                INLET,
                "SELECT 1 FROM deliveries WHERE headers::text LIKE '%" + SECRET + "%'"))
        .isEmpty();
  }

  @Test
  void aHeaderThatIsSentTwiceIsNotVerified() {
    demand("{\"scheme\":\"HEADER\",\"header\":\"X-Door\",\"secret\":\"%s\"}".formatted(SECRET));

    HttpResponse<String> answer = send(INLET, BODY, "X-Door", SECRET, "X-Door", SECRET);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("more than once");
  }

  @Test
  void whereItComesFromCountsBesideItsProof() {
    demand(
        """
        {"scheme":"HEADER","header":"X-Door","secret":"%s","networks":["203.0.113.0/24","2001:db8::/32"]}
        """
            .formatted(SECRET));

    HttpResponse<String> elsewhere = send(INLET, BODY, "X-Door", SECRET);
    assertThat(elsewhere.statusCode()).isEqualTo(403);
    JsonNode delivery = tenant.delivery(elsewhere);
    assertThat(delivery.get("reason").asText()).isEqualTo("NOT_VERIFIED");
    assertThat(delivery.get("bodyBytes").asInt()).isZero();
    other.settle();
    assertThat(send(other, BODY, "X-Door", SECRET, "X-Forwarded-For", "203.0.113.9").statusCode())
        .isEqualTo(200);
    assertThat(send(other, BODY, "X-Door", SECRET, "X-Forwarded-For", "203.0.114.9").statusCode())
        .isEqualTo(403);
    assertThat(send(other, BODY, "X-Forwarded-For", "2001:db8::9").statusCode()).isEqualTo(401);
    // Nobody is believed whom this node was not told to believe.
    assertThat(send(INLET, BODY, "X-Door", SECRET, "X-Forwarded-For", "203.0.113.9").statusCode())
        .isEqualTo(403);
  }

  @Test
  void anotherSecretCountsOnEveryNodeAndTheOldOneForItsOverlap() {
    demand("{\"scheme\":\"HEADER\",\"header\":\"X-Door\",\"secret\":\"the first secret\"}");
    other.settle();
    assertThat(send(other, BODY, "X-Door", "the first secret").statusCode()).isEqualTo(200);

    demand("{\"scheme\":\"HEADER\",\"header\":\"X-Door\",\"secret\":\"the second secret\"}");
    Await.until(() -> send(other, BODY, "X-Door", "the second secret").statusCode() == 200);
    assertThat(send(other, BODY, "X-Door", "the first secret").statusCode()).isEqualTo(200);

    tenant.delete(path("/verification/old-secret"));
    assertThat(send(INLET, BODY, "X-Door", "the first secret").statusCode()).isEqualTo(401);
    Await.until(() -> send(other, BODY, "X-Door", "the first secret").statusCode() == 401);
    assertThat(send(other, BODY, "X-Door", "the second secret").statusCode()).isEqualTo(200);
  }

  @Test
  void aSecretThatCannotBeReadLetsNobodyThrough() {
    demand("{\"scheme\":\"HEADER\",\"header\":\"X-Door\",\"secret\":\"%s\"}".formatted(SECRET));
    Sql.execute(
        INLET,
        """
        SET ROLE inlet_app;
        SELECT set_config('inlet.organization_id', '%s', false);
        UPDATE webhook_secrets SET ciphertext = '\\x00'
        """
            .formatted(tenant.organization()));
    INLET.settle();

    HttpResponse<String> answer = send(INLET, BODY, "X-Door", SECRET);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    JsonNode delivery = tenant.delivery(answer);
    assertThat(delivery.get("outcome").asText()).isEqualTo("FAILED");
    assertThat(delivery.get("reason").asText()).isEqualTo("NOT_VERIFIABLE");
    assertThat(tenant.post("/deliveries/%s/replay".formatted(id(answer)), "{}").statusCode())
        .isEqualTo(409);
    assertThat(SIMULATOR.activities()).isEmpty();

    demand(
        "{\"scheme\":\"HEADER\",\"header\":\"X-Door\",\"secret\":\"a new one for it\",\"overlapHours\":0}");
    assertThat(send(INLET, BODY, "X-Door", "a new one for it").statusCode()).isEqualTo(200);
  }

  private void demand(String verification) {
    HttpResponse<String> answer = tenant.put(path("/verification"), verification);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private String path(String rest) {
    return "/webhooks/" + webhook.get("id").asText() + rest;
  }

  private HttpResponse<String> send(TestInlet inlet, String body, String... headers) {
    return send(inlet, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  private HttpResponse<String> send(TestInlet inlet, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(inlet.url().resolve(tenant.hookPath(webhook)))
            .POST(BodyPublishers.ofByteArray(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return Tenant.send(request);
  }

  private static String id(HttpResponse<String> answer) {
    return answer.headers().firstValue("X-Delivery-Id").orElseThrow();
  }

  private static String github(String body) throws GeneralSecurityException {
    byte[] signature = hmac("HmacSHA256", body.getBytes(StandardCharsets.UTF_8));
    return "sha256=" + HexFormat.of().formatHex(signature);
  }

  private static byte[] hmac(String algorithm, byte[] body) throws GeneralSecurityException {
    Mac mac = Mac.getInstance(algorithm);
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), algorithm));
    return mac.doFinal(body);
  }

  private static String basic(String credentials) {
    return "Basic "
        + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
  }
}
