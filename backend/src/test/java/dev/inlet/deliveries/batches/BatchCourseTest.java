package dev.inlet.deliveries.batches;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Body;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Await;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a batch runs, waits and ends, whether somebody wants that or it does by itself. */
class BatchCourseTest {

  /** So many that not all have begun before somebody says otherwise. */
  private static final int MANY = 40;

  private static final Simulator IMIS = Simulator.start();

  private final BatchedTenant batched = new BatchedTenant(TestInlet.shared(), IMIS);
  private final Tenant tenant = batched.tenant();
  private final JsonNode webhook = tenant.createWebhook(Definitions.sample());

  @BeforeEach
  void reset() {
    IMIS.reset();
  }

  @AfterAll
  static void stop() {
    IMIS.close();
  }

  @Test
  void waitsUntilWhatWasSentHasArrived() {
    String early = batched.lost(batched.referring(), true);
    JsonNode batch = batched.planned(List.of(early), false);
    assertThat(batch.at("/plan/tooEarly").asInt()).isEqualTo(1);

    batched.started(batch);
    TestInlet.shared().bean(BatchWorker.class).work();
    assertThat(batched.count(batch, "waiting")).isEqualTo(1);

    batched.quietFor10Minutes(early);
    batched.change("UPDATE replay_batch_deliveries SET due_at = now() WHERE state = 'WAITING'");
    batched.awaitState(batch, "DONE");
    assertThat(batched.count(batch, "succeeded")).isEqualTo(1);
    assertThat(IMIS.activities()).hasSize(1);
  }

  @Test
  void beginsNothingWhilePausedAndGoesOnWhereItWas() {
    JsonNode batch = batched.planned(batched.failed(webhook, MANY), false);
    IMIS.set(s -> s.withFault(Fault.delay(Part.INSERT, Duration.ofMillis(300)).times(1_000)));
    batched.started(batch);
    Await.until(() -> batched.count(batch, "succeeded") > 0);

    assertThat(batched.call(batch, "pause").statusCode()).isEqualTo(200);
    int begun = begun();
    Await.until(() -> batched.count(batch, "underWay") == 0);
    TestInlet.shared().bean(BatchWorker.class).work();

    assertThat(begun()).isEqualTo(begun).isLessThan(MANY);
    JsonNode paused = batched.batch(batch);
    assertThat(paused.get("state").asText()).isEqualTo("PAUSED");
    assertThat(paused.get("pauseReason").isNull()).isTrue();
    assertThat(paused.at("/progress/waiting").asInt()).isEqualTo(MANY - begun);

    assertThat(batched.call(batch, "resume").statusCode()).isEqualTo(200);
    batched.awaitState(batch, "DONE");
    assertThat(IMIS.activities()).hasSize(MANY);
  }

  @Test
  void leavesTheRestAloneOnceItIsCancelled() {
    JsonNode batch = batched.planned(batched.failed(webhook, MANY), false);
    IMIS.set(s -> s.withFault(Fault.delay(Part.INSERT, Duration.ofMillis(300)).times(1_000)));
    batched.started(batch);
    Await.until(() -> batched.count(batch, "succeeded") > 0);

    assertThat(batched.call(batch, "cancel").statusCode()).isEqualTo(200);
    int begun = begun();
    Await.until(() -> batched.count(batch, "underWay") == 0);

    JsonNode cancelled = batched.batch(batch);
    assertThat(cancelled.get("state").asText()).isEqualTo("CANCELLED");
    assertThat(cancelled.at("/progress/succeeded").asInt()).isEqualTo(begun).isLessThan(MANY);
    assertThat(cancelled.at("/progress/skipped").asInt()).isEqualTo(MANY - begun);
    assertThat(IMIS.activities()).hasSize(begun);
    assertThat(batched.call(batch, "resume").statusCode()).isEqualTo(409);
  }

  @Test
  void pausesByItselfWhereTheConnectionIsTheTrouble() {
    JsonNode batch = batched.planned(batched.failed(webhook, 20), false);
    tenant.connect("http://127.0.0.1:1"); // where nobody listens

    batched.started(batch);
    batched.awaitState(batch, "PAUSED");
    Await.until(() -> batched.count(batch, "underWay") == 0);

    JsonNode paused = batched.batch(batch);
    assertThat(paused.get("pauseReason").asText()).contains("could not be reached");
    int failed = paused.at("/progress/failed").asInt();
    assertThat(failed)
        .isBetween(
            BatchEnds.TROUBLES_MAX, BatchEnds.TROUBLES_MAX + BatchQueue.OF_ORGANIZATION_MAX - 1);
    assertThat(paused.at("/progress/waiting").asInt()).isEqualTo(20 - failed);

    tenant.connect(IMIS.baseUrl().toString());
    assertThat(Tenant.json(batched.call(batch, "resume")).get("pauseReason").isNull()).isTrue();
    batched.awaitState(batch, "DONE");
    assertThat(batched.count(batch, "succeeded")).isEqualTo(20 - failed);
    assertThat(IMIS.activities()).hasSize(20 - failed);
  }

  @Test
  void goesOnWhereDeliveriesFailOfThemselves() {
    JsonNode batch = batched.planned(batched.failed(webhook, 8), false);
    IMIS.set(s -> s.withFault(Fault.answer(Part.INSERT, 403, Body.EMPTY).times(8)));

    JsonNode done = batched.done(batch);

    assertThat(done.at("/progress/failed").asInt()).isEqualTo(8);
    assertThat(batched.deliveries(batch).findValuesAsText("reason")).containsOnly("NOT_PERMITTED");
  }

  @Test
  void tellsHowFarItIsAndWhatItMayNotDoNow() {
    JsonNode batch = batched.planned(batched.failed(webhook, 1), false);

    assertThat(refused(batch, "pause")).isEqualTo("This batch was not started yet.");
    assertThat(refused(batch, "resume")).isEqualTo("This batch was not started yet.");
    batched.done(batch);
    for (String operation : List.of("pause", "resume", "cancel")) {
      assertThat(refused(batch, operation)).isEqualTo("This batch is done.");
    }
    HttpResponse<String> again = tenant.post(BatchedTenant.path(batch) + "/start", "{}");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(IMIS.activities()).hasSize(1);
  }

  @Test
  void runsFiveOfAnOrganizationAtMost() {
    String early = batched.lost(batched.referring(), true);
    for (int i = 0; i < 5; i++) {
      batched.started(batched.planned(List.of(early), false));
    }
    JsonNode sixth = batched.planned(List.of(early), false);

    HttpResponse<String> answer = tenant.post(BatchedTenant.path(sixth) + "/start", "{}");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(Tenant.json(answer).get("detail").asText()).startsWith("5 batches are under way");
    assertThat(batched.call(sixth, "cancel").statusCode()).isEqualTo(200);
  }

  private String refused(JsonNode batch, String operation) {
    HttpResponse<String> answer = batched.call(batch, operation);
    assertThat(answer.statusCode()).isEqualTo(409);
    return Tenant.json(answer).get("detail").asText();
  }

  /** How many attempts were begun by batches. */
  private int begun() {
    return batched.rows("SELECT 1 FROM replay_batch_deliveries WHERE attempt IS NOT NULL").size();
  }
}
