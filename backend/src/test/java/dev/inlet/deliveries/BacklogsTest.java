package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Body;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Await;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.SettableClock;
import dev.inlet.testing.Sql;
import dev.inlet.testing.StandingTime;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An organization may have three acknowledged deliveries waiting here, on two nodes together. */
class BacklogsTest {

  private static final Map<String, Object> SETTINGS =
      Map.of(StandingTime.PROPERTY, "true", "inlet.queued-deliveries-max", 3);

  private static final SettableClock CLOCK = StandingTime.clock();
  private static final TestInlet INLET = TestInlet.start(SETTINGS);
  private static final TestInlet OTHER = TestInlet.start(INLET.database(), SETTINGS);
  private static final Simulator SIMULATOR = Simulator.start();
  private static final Duration PAUSE = Duration.ofMinutes(30);

  private final Tenant tenant = Tenant.connected(INLET, SIMULATOR);

  @AfterAll
  static void stop() {
    OTHER.close();
    INLET.close();
    SIMULATOR.close();
  }

  @AfterEach
  void reset() {
    SIMULATOR.reset();
    CLOCK.advance(PAUSE.plusSeconds(5));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void takesNoMoreThanMayWaitAndSaysSo(boolean isInOrder) {
    JsonNode webhook = tenant.createWebhook(onReceipt(isInOrder));
    fill(webhook);

    HttpResponse<String> refused = deliver(webhook);

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("30");
    assertThat(refused.body()).contains("Too many deliveries wait to be done");
    JsonNode logged = tenant.delivery(refused);
    assertThat(logged.get("outcome").asText()).isEqualTo("REJECTED");
    assertThat(logged.get("reason").asText()).isEqualTo("QUEUE_FULL");
    assertThat(logged.get("bodyBytes").asInt()).isZero();
  }

  @Test
  void refusesNothingThatIsToBeDoneAtOnce() {
    JsonNode acknowledged = tenant.createWebhook(onReceipt(false));
    JsonNode synchronous = tenant.createWebhook(Definitions.sample());
    fill(acknowledged);

    assertThat(tenant.delivery(deliver(synchronous)).get("reason").asText())
        .isNotEqualTo("QUEUE_FULL");
  }

  @Test
  void isOfEachOrganization() {
    fill(tenant.createWebhook(onReceipt(false)));

    Tenant other = Tenant.connected(INLET, SIMULATOR);
    HttpResponse<String> taken =
        other.deliver(other.createWebhook(onReceipt(false)), Definitions.SAMPLE_PAYLOAD);
    INLET.bean(Backlogs.class).count(other.organization());

    assertThat(taken.statusCode()).isEqualTo(202);
    assertThat(INLET.bean(Backlogs.class).hasRoom(other.organization())).isTrue();
  }

  @Test
  void takesMoreOnceWhatWaitedIsDone() {
    JsonNode webhook = tenant.createWebhook(onReceipt(false));
    fill(webhook);
    SIMULATOR.reset();
    CLOCK.advance(PAUSE.plusSeconds(5));
    Await.until(() -> waiting() == 0);

    INLET.bean(Backlogs.class).count(tenant.organization());

    assertThat(deliver(webhook).statusCode()).isEqualTo(202);
  }

  @Test
  void tellsARepeatedDeliveryWhatItsFirstWasTold() {
    JsonNode webhook = tenant.createWebhook(onReceipt(false));
    busyFor(PAUSE);
    HttpResponse<String> first = tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD, "a key");
    deliver(webhook);
    deliver(webhook);

    HttpResponse<String> repeated = tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD, "a key");
    HttpResponse<String> another = tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD, "other");

    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(repeated.statusCode()).isEqualTo(202);
    assertThat(repeated.headers().firstValue("Idempotent-Replayed")).hasValue("true");
    assertThat(another.statusCode()).isEqualTo(429);
  }

  @Test
  void countsWhatAnotherNodeTookOnceItHasTakenHalfOfThatItself() {
    fill(tenant.createWebhook(onReceipt(false)));
    Backlogs there = OTHER.bean(Backlogs.class);

    there.add(tenant.organization());
    there.count();
    boolean hadRoom = there.hasRoom(tenant.organization());
    there.add(tenant.organization());
    there.count();

    assertThat(hadRoom).isTrue();
    assertThat(there.hasRoom(tenant.organization())).isFalse();
  }

  /** Three that wait for half an hour, for iMIS asked for that. */
  private void fill(JsonNode webhook) {
    busyFor(PAUSE);
    for (int i = 0; i < 3; i++) {
      assertThat(deliver(webhook).statusCode()).isEqualTo(202);
    }
    boolean isInOrder = webhook.at("/queue/isInOrder").asBoolean();
    Await.until(() -> tried() == (isInOrder ? 1 : 3) && waiting() == 3);
    INLET.bean(Backlogs.class).count(tenant.organization());
  }

  private static void busyFor(Duration pause) {
    SIMULATOR.set(
        s ->
            s.withFault(
                Fault.answer(Part.INSERT, 503, Body.EMPTY)
                    .withHeader("Retry-After", String.valueOf(pause.toSeconds()))));
  }

  private HttpResponse<String> deliver(JsonNode webhook) {
    return tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);
  }

  private long waiting() {
    return number("SELECT count(*) FROM deliveries WHERE outcome = 'QUEUED'");
  }

  private long tried() {
    return number("SELECT count(*) FROM attempts");
  }

  private long number(String query) {
    return Long.parseLong(Sql.rowsOf(tenant.organization(), INLET, query).getFirst());
  }

  private static ObjectNode onReceipt(boolean isInOrder) {
    ObjectNode definition = Definitions.sample().put("acknowledgement", "ON_RECEIPT");
    definition.putObject("queue").put("retryForSeconds", 86_400).put("isInOrder", isInOrder);
    return definition;
  }
}
