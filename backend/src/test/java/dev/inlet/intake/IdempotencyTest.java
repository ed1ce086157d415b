package dev.inlet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Body;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.deliveries.Claim;
import dev.inlet.deliveries.Claims;
import dev.inlet.deliveries.DeliveryId;
import dev.inlet.deliveries.DeliveryJournal;
import dev.inlet.deliveries.JournalException;
import dev.inlet.deliveries.Receipt;
import dev.inlet.deliveries.StoredPayload;
import dev.inlet.platform.time.Deadline;
import dev.inlet.testing.Await;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import dev.inlet.webhooks.CompiledWebhook;
import dev.inlet.webhooks.WebhookCatalog;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is sent twice with one key is done once, whichever node it comes to. */
class IdempotencyTest {

  private static final TestInlet INLET = TestInlet.shared();
  private static final Simulator SIMULATOR = Simulator.start();
  private static final String BODY = Definitions.SAMPLE_PAYLOAD;
  private static TestInlet other;

  private final Tenant tenant = Tenant.connected(INLET, SIMULATOR);

  @BeforeAll
  static void startAnother() {
    other = TestInlet.start(INLET.database(), Map.of());
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
  void twentyAtOnceAtTwoNodesAreOneRecordAndTwentyEqualAnswers() throws Exception {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    SIMULATOR.set(s -> s.withFault(Fault.delay(Part.INSERT, Duration.ofMillis(300))));
    List<Future<HttpResponse<String>>> sent;
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      sent =
          IntStream.range(0, 20)
              .mapToObj(
                  i -> senders.submit(() -> send(i % 2 == 0 ? INLET : other, webhook, BODY, "one")))
              .toList();
    }

    List<HttpResponse<String>> answers = sent.stream().map(Future::resultNow).toList();

    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200))
        .allSatisfy(answer -> assertThat(answer.body()).isEqualTo("{\"success\":true}"));
    assertThat(answers).filteredOn(IdempotencyTest::isRepeated).hasSize(19);
    assertThat(SIMULATOR.activities()).hasSize(1);
    assertThat(rows("SELECT outcome, count(*) FROM deliveries GROUP BY 1 ORDER BY 1"))
        .containsExactly("DUPLICATE|19", "SUCCEEDED|1");
  }

  @Test
  void aRepeatedOneIsADeliveryOfItsOwnThatNamesTheFirst() {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());

    HttpResponse<String> first = send(INLET, webhook, BODY, "one");
    HttpResponse<String> second = send(other, webhook, BODY, "\"one\"");

    assertThat(isRepeated(first)).isFalse();
    assertThat(isRepeated(second)).isTrue();
    JsonNode delivery = tenant.delivery(second);
    assertThat(delivery.get("outcome").asText()).isEqualTo("DUPLICATE");
    assertThat(delivery.get("duplicateOf").asText()).isEqualTo(id(first)).isNotEqualTo(id(second));
    assertThat(tenant.delivery(first).path("duplicateOf").asText("")).isIn("", "null");
    assertThat(SIMULATOR.activities()).hasSize(1);
  }

  @Test
  void anotherBodyWithTheKeyIsRefused() {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    HttpResponse<String> first = send(INLET, webhook, BODY, "one");

    HttpResponse<String> second = send(other, webhook, BODY.replace("Homer", "Marge"), "one");

    assertThat(second.statusCode()).isEqualTo(422);
    assertThat(Tenant.json(second).get("success").asBoolean()).isFalse();
    JsonNode delivery = tenant.delivery(second);
    assertThat(delivery.get("reason").asText()).isEqualTo("KEY_REUSED");
    assertThat(delivery.get("duplicateOf").asText()).isEqualTo(id(first));
    assertThat(SIMULATOR.activities()).hasSize(1);
  }

  @Test
  void whatSurelyFailedMayBeSentAgain() {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    SIMULATOR.set(s -> s.withFault(Fault.answer(Part.INSERT, 503, Body.EMPTY).once()));

    HttpResponse<String> failed = send(INLET, webhook, BODY, "one");
    HttpResponse<String> again = send(other, webhook, BODY, "one");
    HttpResponse<String> repeated = send(INLET, webhook, BODY, "one");

    assertThat(failed.statusCode()).isEqualTo(500);
    assertThat(tenant.delivery(failed).get("outcome").asText()).isEqualTo("FAILED");
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(isRepeated(again)).isFalse();
    assertThat(isRepeated(repeated)).isTrue();
    assertThat(tenant.delivery(repeated).get("duplicateOf").asText()).isEqualTo(id(again));
    assertThat(SIMULATOR.activities()).hasSize(1);
  }

  @Test
  void whatMayBeThereIsNotDoneAgainUntilAPersonSaysSo() {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    SIMULATOR.set(s -> s.withFault(Fault.answer(Part.INSERT, 500, Body.EMPTY).once()));

    HttpResponse<String> first = send(INLET, webhook, BODY, "one");
    HttpResponse<String> second = send(other, webhook, BODY, "one");

    assertThat(tenant.delivery(first).get("outcome").asText()).isEqualTo("UNKNOWN");
    assertThat(second.statusCode()).isEqualTo(500);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(isRepeated(second)).isTrue();
    tenant.delivery(second);
    assertThat(SIMULATOR.activities()).isEmpty();

    tenant.post("/deliveries/" + id(first) + "/replay", "{\"isConfirmed\":true}");
    HttpResponse<String> third = send(other, webhook, BODY, "one");

    assertThat(third.statusCode()).isEqualTo(200);
    assertThat(SIMULATOR.activities()).hasSize(1);
  }

  @Test
  void whatWasRejectedMayBeMendedUnderItsKey() {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());

    HttpResponse<String> broken = send(INLET, webhook, "{\"firstName\":\"Homer\"}", "one");
    HttpResponse<String> mended = send(INLET, webhook, BODY, "one");

    assertThat(broken.statusCode()).isEqualTo(400);
    assertThat(mended.statusCode()).isEqualTo(200);
  }

  @Test
  void whatCameBeforeIsToldTheSameThoughTheSchemaHasChanged() {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    send(INLET, webhook, BODY, "one");
    ObjectNode strict = Definitions.sample();
    ((ObjectNode) strict.at("/schema/properties/firstName")).put("maxLength", 1);
    tenant.put("/webhooks/" + webhook.get("id").asText(), strict);

    HttpResponse<String> again = send(INLET, webhook, BODY, "one");

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(isRepeated(again)).isTrue();
    assertThat(send(INLET, webhook, BODY, "two").statusCode()).isEqualTo(400);
  }

  @Test
  void whatIsAcknowledgedOnReceiptIsAcknowledgedAgainAndDoneOnce() {
    JsonNode webhook =
        tenant.createWebhook(Definitions.sample().put("acknowledgement", "ON_RECEIPT"));

    HttpResponse<String> first = send(INLET, webhook, BODY, "one");
    HttpResponse<String> second = send(other, webhook, BODY, "one");

    assertThat(List.of(first.statusCode(), second.statusCode())).containsExactly(202, 202);
    assertThat(second.body()).isEqualTo(first.body());
    Await.until(() -> rows("SELECT 1 FROM deliveries WHERE outcome = 'SUCCEEDED'").size() == 1);
    assertThat(send(other, webhook, BODY, "one").statusCode()).isEqualTo(202);
    assertThat(SIMULATOR.activities()).hasSize(1);
  }

  @Test
  void isHeldPerWebhookAndOrganizationAndForItsWindow() {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    Tenant stranger = Tenant.connected(INLET, SIMULATOR);
    JsonNode another = tenant.createWebhook(Definitions.sample());
    JsonNode strangers = stranger.createWebhook(Definitions.sample());

    assertThat(
            List.of(
                send(INLET, webhook, BODY, "one"),
                send(INLET, another, BODY, "one"),
                send(INLET, strangers, BODY, "one")))
        .noneMatch(IdempotencyTest::isRepeated);
    assertThat(SIMULATOR.activities()).hasSize(3);

    Sql.execute(
        INLET,
        """
        SET ROLE inlet_journal;
        UPDATE idempotency_keys SET claimed_at = claimed_at - interval '1 day', held_until = held_until - interval '1 day'
        WHERE organization_id = '%s'
        """
            .formatted(tenant.organization()));
    assertThat(isRepeated(send(INLET, webhook, BODY, "one"))).isFalse();
    assertThat(isRepeated(send(INLET, webhook, BODY, "one"))).isTrue();
    assertThat(isRepeated(send(INLET, strangers, BODY, "one"))).isTrue();
  }

  @Test
  void theFirstOfANodeThatDiedIsWaitedForAndThenNotDoneAgain() throws JournalException {
    JsonNode webhook = tenant.createWebhook(Definitions.sample().put("deadlineSeconds", 1));
    DeliveryId first = beginAndDie(webhook, "one");

    HttpResponse<String> early = send(INLET, webhook, BODY, "one");
    Await.until(() -> rows("SELECT 1 FROM deliveries WHERE outcome = 'UNKNOWN'").size() == 1);
    HttpResponse<String> late = send(INLET, webhook, BODY, "one");
    HttpResponse<String> later = send(INLET, webhook, BODY, "one");

    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(early.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
    assertThat(tenant.delivery(early).get("reason").asText()).isEqualTo("KEY_IN_USE");
    assertThat(tenant.delivery(early).get("replayCaution").asText()).isEqualTo("UNCERTAIN");
    assertThat(late.statusCode()).isEqualTo(500);
    assertThat(Tenant.json(late).get("error").asText()).contains("may or may not be");
    assertThat(later.body()).isEqualTo(late.body());
    assertThat(tenant.delivery(late).get("duplicateOf").asText()).isEqualTo(first.toString());
    assertThat(SIMULATOR.activities()).isEmpty();
  }

  private DeliveryId beginAndDie(JsonNode webhook, String key) throws JournalException {
    String[] path = tenant.hookPath(webhook).split("/", -1);
    CompiledWebhook compiled =
        INLET.bean(WebhookCatalog.class).find(path[2], path[3]).orElseThrow().webhook();
    byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
    Claim claim = INLET.bean(Claims.class).of(compiled, key, body);
    Receipt receipt =
        new Receipt(
            tenant.organization(),
            DeliveryId.at(Instant.now()),
            compiled.id(),
            1,
            "192.0.2.1",
            Map.of(),
            StoredPayload.of(body, false, compiled.neverStored()),
            new long[0],
            null,
            Instant.now().plusSeconds(1));
    assertThat(
            INLET
                .bean(DeliveryJournal.class)
                .begin(receipt, claim, Deadline.in(Duration.ofSeconds(5))))
        .isTrue();
    return receipt.id();
  }

  @Test
  void keysThatCannotBeReadAreRefusedWithoutBeingQuoted() {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    List<String[]> unreadable =
        List.of(
            new String[] {""},
            new String[] {"  "},
            new String[] {"\"\""},
            new String[] {"\"unclosed"},
            new String[] {"\""},
            new String[] {"\"one\"two\""},
            new String[] {"\"one\\n\""},
            new String[] {"\"one\";q=1"},
            new String[] {"k".repeat(256)},
            new String[] {"one", "one"});

    assertThat(unreadable)
        .allSatisfy(
            keys -> {
              HttpResponse<String> answer = send(INLET, webhook, BODY, keys);
              assertThat(answer.statusCode()).isEqualTo(400);
              assertThat(Tenant.json(answer).at("/validationErrors/0/keyword").asText())
                  .isEqualTo("idempotencyKey");
              assertThat(tenant.delivery(answer).get("reason").asText())
                  .isEqualTo("KEY_UNREADABLE");
            });
    assertThat(SIMULATOR.activities()).isEmpty();
    assertThat(rows("SELECT 1 FROM idempotency_keys")).isEmpty();
  }

  @Test
  void keysMayBeLongAndQuoteQuotes() {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    String key = "\"\\".repeat(127) + "k";

    HttpResponse<String> first = send(INLET, webhook, BODY, "\"" + "\\\"\\\\".repeat(127) + "k\"");

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(send(INLET, webhook, BODY, "k" + key.substring(1)).statusCode()).isEqualTo(200);
    assertThat(rows("SELECT 1 FROM idempotency_keys")).hasSize(2);
  }

  @Test
  void aPropertyMayBeTheKeyAndIsNotStoredIfItMustNotBe() {
    ObjectNode definition = Definitions.sample();
    ((ObjectNode) definition.at("/schema/properties"))
        .putObject("ssn")
        .putArray("type")
        .add("string")
        .add("boolean")
        .add("null");
    definition.putObject("privacy").putArray("masked");
    ((ObjectNode) definition.get("privacy")).putArray("neverStored").add("ssn");
    definition
        .putObject("idempotency")
        .put("from", "PROPERTY")
        .put("name", "ssn")
        .put("windowSeconds", 60);
    JsonNode webhook = tenant.createWebhook(definition);

    HttpResponse<String> first = send(INLET, webhook, withSsn("\"078-05-1120\""));
    HttpResponse<String> second = send(other, webhook, withSsn("\"078-05-1120\""));
    HttpResponse<String> none = send(INLET, webhook, withSsn("null"));
    HttpResponse<String> unreadable = send(INLET, webhook, withSsn("true"));

    assertThat(isRepeated(first)).isFalse();
    assertThat(isRepeated(second)).isTrue();
    assertThat(none.statusCode()).isEqualTo(200);
    assertThat(unreadable.statusCode()).isEqualTo(400);
    assertThat(Tenant.json(unreadable).at("/validationErrors/0/path").asText()).isEqualTo("/ssn");
    assertThat(SIMULATOR.activities()).hasSize(2);
    assertThat(
            rows(
                """
                SELECT key_hash = sha256('078-05-1120'::bytea), key_hash = body_hash, held_until - claimed_at
                FROM idempotency_keys
                """))
        .containsExactly("f|f|00:01:00");
    assertThat(rows("SELECT d::text FROM deliveries d").toString()).doesNotContain("078-05-1120");
  }

  private static String withSsn(String value) {
    return BODY.replace("\"count\"", "\"ssn\":" + value + ",\"count\"");
  }

  @Test
  void withoutAKeyEachIsDone() {
    ObjectNode definition = Definitions.sample();
    definition.putObject("idempotency").put("from", "NONE").put("windowSeconds", 60);
    JsonNode deaf = tenant.createWebhook(definition);
    JsonNode webhook = tenant.createWebhook(Definitions.sample());

    send(INLET, deaf, BODY, "one");
    send(INLET, deaf, BODY, "one");
    send(INLET, webhook, BODY);
    send(INLET, webhook, BODY);

    assertThat(SIMULATOR.activities()).hasSize(4);
    assertThat(rows("SELECT 1 FROM idempotency_keys")).isEmpty();
  }

  private HttpResponse<String> send(TestInlet node, JsonNode webhook, String body, String... keys) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(node.url().resolve(tenant.hookPath(webhook)))
            .POST(BodyPublishers.ofString(body));
    for (String key : keys) {
      request.header("Idempotency-Key", key);
    }
    return Tenant.send(request);
  }

  private static boolean isRepeated(HttpResponse<String> answer) {
    return answer.headers().firstValue("Idempotent-Replayed").equals(Optional.of("true"));
  }

  private static String id(HttpResponse<String> answer) {
    return answer.headers().firstValue("X-Delivery-Id").orElseThrow();
  }

  private List<String> rows(String query) {
    return Sql.rowsOf(tenant.organization(), INLET, query);
  }
}
