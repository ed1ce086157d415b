package dev.inlet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Body;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Why a 500 is answered, and what the caller and the journal are told. */
class FailureContractTest {

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
  void answers500WhenImisIsOffline() {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    tenant.connect("http://localhost:1");

    HttpResponse<String> answer = tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);

    assertFailed(answer, "FAILED", "UNREACHABLE", "iMIS could not be reached.");
  }

  @Test
  void answers500WhenTheOrganizationHasNoConnection() {
    Tenant unconnected = Tenant.in(INLET);
    JsonNode webhook = unconnected.createWebhook(Definitions.sample());

    HttpResponse<String> answer = unconnected.deliver(webhook, Definitions.SAMPLE_PAYLOAD);

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(unconnected.delivery(answer).get("reason").asText()).isEqualTo("NOT_CONNECTED");
  }

  @Test
  void answers500WhenImisRefusesTheCredentials() {
    SIMULATOR.set(switches -> switches.withCredentialsRefused(true));
    JsonNode webhook = tenant.createWebhook(Definitions.sample());

    HttpResponse<String> answer = tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);

    assertFailed(
        answer,
        "FAILED",
        "CREDENTIALS_REFUSED",
        "iMIS refused the user name or password of the connection.");
  }

  @Test
  void answers500AtOnceWhileImisIsAwayAndSendsNothing() {
    SIMULATOR.set(switches -> switches.withFault(Fault.drop(Part.TOKEN)));
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    for (int i = 0; i < 5; i++) {
      tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);
    }
    int sent = SIMULATOR.requests().size();

    HttpResponse<String> answer = tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);

    JsonNode delivery = tenant.delivery(answer);
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(delivery.get("outcome").asText()).isEqualTo("FAILED");
    assertThat(delivery.get("reason").asText()).isEqualTo("UNAVAILABLE");
    assertThat(delivery.get("error").asText())
        .matches("iMIS has not been answering since .*UTC; nothing was sent\\.");
    assertThat(SIMULATOR.requests()).hasSize(sent);
  }

  @Test
  void answers500WithWhatImisSaysOfARecordItRefuses() {
    JsonNode webhook =
        tenant.createWebhook(
            Definitions.activity(
                Definitions.SAMPLE_SCHEMA, Map.of("ACTIVITY_TYPE", "TEST", "PartyId", "999")));

    HttpResponse<String> answer = tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(Tenant.json(answer).get("error").asText()).startsWith("iMIS refused the record: ");
    assertThat(tenant.delivery(answer).get("reason").asText()).isEqualTo("RECORD_REFUSED");
  }

  @Test
  void answers500NamingTheFieldThatAValueDoesNotFit() {
    JsonNode webhook =
        tenant.createWebhook(
            Definitions.activity(
                Definitions.SAMPLE_SCHEMA,
                Map.of(
                    "ACTIVITY_TYPE",
                    "TEST",
                    "PartyId",
                    "101",
                    "CATEGORY",
                    "$$firstName$$",
                    "UNITS",
                    "$$lastName$$")));

    HttpResponse<String> answer =
        tenant.deliver(
            webhook, "{\"firstName\":\"Maximilian Alexander\",\"lastName\":\"Simpson\"}");

    assertThat(Tenant.json(answer).get("error").asText())
        .contains("Category (CATEGORY) holds at most 15 characters; this value has 20.")
        .contains("Units (UNITS) must be a number.");
    assertThat(tenant.delivery(answer).get("reason").asText()).isEqualTo("MAPPING_FAILED");
    assertThat(SIMULATOR.activities()).isEmpty();
  }

  @Test
  void answers500ByTheDeadlineWhenImisDoesNotAnswerAndSaysThatNobodyKnows() {
    SIMULATOR.set(switches -> switches.withFault(Fault.hang(Part.INSERT).afterWrite()));
    JsonNode webhook = tenant.createWebhook(Definitions.sample().put("deadlineSeconds", 3));

    long start = System.nanoTime();
    HttpResponse<String> answer = tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);
    Duration taken = Duration.ofNanos(System.nanoTime() - start);

    assertThat(taken).isLessThan(Duration.ofSeconds(20)); // iMIS hangs for ever
    assertFailed(
        answer,
        "UNKNOWN",
        "NO_ANSWER",
        "iMIS gave no answer; the record may or may not be in iMIS.");
  }

  @Test
  void answers500AndUnknownWhenTheConnectionBreaksAfterTheRecordWasSent() {
    SIMULATOR.set(switches -> switches.withFault(Fault.drop(Part.INSERT).afterWrite()));
    JsonNode webhook = tenant.createWebhook(Definitions.sample());

    HttpResponse<String> answer = tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(tenant.delivery(answer).get("outcome").asText()).isEqualTo("UNKNOWN");
    assertThat(SIMULATOR.activities()).hasSize(1);
  }

  @Test
  void neverPassesOnWhatAnUpstreamPageSays() {
    SIMULATOR.set(switches -> switches.withFault(Fault.answer(Part.INSERT, 500, Body.HTML)));
    JsonNode webhook = tenant.createWebhook(Definitions.sample());

    HttpResponse<String> answer = tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body())
        .doesNotContain("<")
        .doesNotContain("localhost")
        .doesNotContain("demo");
  }

  private void assertFailed(
      HttpResponse<String> answer, String outcome, String reason, String error) {
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(Tenant.json(answer))
        .isEqualTo(Tenant.JSON.createObjectNode().put("success", false).put("error", error));
    JsonNode delivery = tenant.delivery(answer);
    assertThat(delivery.get("outcome").asText()).isEqualTo(outcome);
    assertThat(delivery.get("reason").asText()).isEqualTo(reason);
    assertThat(delivery.get("error").asText()).isEqualTo(error);
    assertThat(delivery.get("statusCode").asInt()).isEqualTo(500);
  }
}
