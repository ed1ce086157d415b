package dev.inlet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Body;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Await;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.SupportPerson;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the time of a delivery went to is told where it went to, and of nothing else. */
class DeliveryTimesTest {

  private static final Duration SLOW = Duration.ofMillis(300);
  private static final List<String> OF_ATTEMPTS =
      List.of("queuedMs", "waitedMs", "signInMs", "callsMs");

  private final Simulator simulator = Simulator.start();
  private final Tenant tenant = Tenant.in(TestInlet.shared());

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void aSlowSignInIsToldOfTheDeliveryThatWaitedForIt() {
    connect(5);
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    simulator.set(s -> s.withFault(Fault.delay(Part.TOKEN, SLOW)));

    JsonNode first = durations(deliver(webhook));
    JsonNode second = durations(deliver(webhook));

    assertThat(told(first)).containsExactly("signInMs", "callsMs");
    assertThat(first.get("signInMs").asInt()).isGreaterThanOrEqualTo(300);
    assertThat(told(second)).containsExactly("callsMs");
  }

  @Test
  void aSlowInsertionIsTheTimeOfTheCall() {
    connect(5);
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    deliver(webhook);
    simulator.set(s -> s.withFault(Fault.delay(Part.INSERT, SLOW)));

    JsonNode delivery = deliver(webhook);

    assertThat(told(durations(delivery))).containsExactly("callsMs");
    assertThat(durations(delivery).get("callsMs").asInt()).isGreaterThanOrEqualTo(300);
    assertThat(delivery.get("validationMs").asInt()).isPositive();
  }

  @Test
  void allCallsOfAnAttemptCountTogether() {
    connect(5);
    JsonNode webhook = tenant.createWebhook(checked());
    deliver(webhook);
    simulator.set(s -> s.withFault(Fault.delay(Part.READ, SLOW)));

    JsonNode durations = durations(deliver(webhook));

    assertThat(durations.get("callsMs").asInt()).isGreaterThanOrEqualTo(300);
  }

  @Test
  void waitingForATurnIsNoTimeOfACall() throws Exception {
    connect(1);
    JsonNode webhook = tenant.createWebhook(Definitions.sample().put("deadlineSeconds", 30));
    JsonNode hasty = tenant.createWebhook(Definitions.sample().put("deadlineSeconds", 3));
    deliver(webhook);
    simulator.set(s -> s.withFault(Fault.hang(Part.INSERT)));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      int before = simulator.requests().size();
      Future<JsonNode> hanging = threads.submit(() -> deliver(webhook));
      Await.until(() -> simulator.requests().size() > before);

      JsonNode gaveUp = deliver(hasty);
      simulator.set(s -> s.withFaults(List.of()));

      assertThat(gaveUp.get("reason").asText()).isEqualTo("BUSY");
      assertThat(told(durations(gaveUp))).containsExactly("waitedMs");
      assertThat(durations(gaveUp).get("waitedMs").asInt()).isGreaterThan(100);
      assertThat(told(durations(hanging.get()))).containsExactly("callsMs");
    }
  }

  @Test
  void waitingForAnImisThatAskedToSlowDownIsNoTimeOfACall() {
    connect(5);
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    deliver(webhook);
    Fault slowDown = Fault.answer(Part.INSERT, 429, Body.EMPTY).withHeader("Retry-After", "1");
    simulator.set(s -> s.withFault(slowDown.once()));

    JsonNode durations = durations(deliver(webhook));

    assertThat(told(durations)).containsExactly("waitedMs", "callsMs");
    assertThat(durations.get("waitedMs").asInt()).isGreaterThan(500);
  }

  @Test
  void whatIsAcknowledgedOnReceiptWaitsInTheQueue() {
    connect(5);
    JsonNode webhook =
        tenant.createWebhook(Definitions.sample().put("acknowledgement", "ON_RECEIPT"));

    HttpResponse<String> answer = tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);
    Await.until(() -> tenant.delivery(answer).get("outcome").asText().equals("SUCCEEDED"));

    JsonNode delivery = tenant.delivery(answer);
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(told(durations(delivery))).containsExactly("queuedMs", "signInMs", "callsMs");
    assertThat(delivery.get("validationMs").asInt()).isPositive();
  }

  @Test
  void aReplayWaitsInNoQueue() {
    connect(5);
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    String id = deliver(webhook).get("id").asText();

    JsonNode replayed =
        Tenant.json(tenant.post("/deliveries/" + id + "/replay", Map.of("isConfirmed", true)));

    assertThat(told(replayed.get("attempts").get(1).get("durations"))).containsExactly("callsMs");
  }

  @Test
  void whatIsRejectedWasValidatedIfItCameWhole() {
    connect(5);
    JsonNode webhook = tenant.createWebhook(Definitions.sample());

    assertThat(delivered(webhook, "{}").get("validationMs").asInt()).isPositive();
    assertThat(delivered(webhook, "no JSON").get("validationMs").asInt()).isPositive();
    assertThat(delivered(webhook, "x".repeat(2 << 20)).get("validationMs").isNull()).isTrue();
  }

  @Test
  void whoNeverGotAsFarAsACallSpentNoTimeOnOne() {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());

    JsonNode delivery = deliver(webhook);

    assertThat(delivery.get("reason").asText()).isEqualTo("NOT_CONNECTED");
    assertThat(told(durations(delivery))).isEmpty();
  }

  @Test
  void supportStaffSeeTheSame() {
    connect(5);
    JsonNode delivery = deliver(tenant.createWebhook(Definitions.sample()));

    JsonNode masked =
        Tenant.json(
            SupportPerson.in(TestInlet.shared())
                .get(
                    "/api/support/organizations/%s/deliveries/%s"
                        .formatted(tenant.organization(), delivery.get("id").asText())));

    assertThat(masked.get("validationMs")).isEqualTo(delivery.get("validationMs"));
    assertThat(durations(masked)).isEqualTo(durations(delivery));
  }

  /** A webhook that asks iMIS for the contact before it writes. */
  private static ObjectNode checked() {
    ObjectNode definition = Definitions.sample();
    definition.withObjectProperty("action").putObject("options").put("contactCheck", "yes");
    return definition;
  }

  private void connect(int callsAtOnce) {
    tenant.put(
        "/connection",
        Tenant.connection(simulator.baseUrl().toString()).put("concurrentCallsMax", callsAtOnce));
  }

  private JsonNode deliver(JsonNode webhook) {
    return delivered(webhook, Definitions.SAMPLE_PAYLOAD);
  }

  private JsonNode delivered(JsonNode webhook, String body) {
    return tenant.delivery(tenant.deliver(webhook, body));
  }

  private static JsonNode durations(JsonNode delivery) {
    return delivery.get("attempts").get(0).get("durations");
  }

  private static List<String> told(JsonNode durations) {
    return OF_ATTEMPTS.stream().filter(name -> durations.get(name).isInt()).toList();
  }
}
