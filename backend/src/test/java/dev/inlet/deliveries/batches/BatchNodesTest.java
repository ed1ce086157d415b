package dev.inlet.deliveries.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.deliveries.DeliveryId;
import dev.inlet.deliveries.DeliveryKey;
import dev.inlet.deliveries.Outcome;
import dev.inlet.deliveries.ReplayProspect;
import dev.inlet.deliveries.Replays;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.testing.Await;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However many nodes there are, and whichever dies when: each delivery is tried once. */
class BatchNodesTest {

  private static final Simulator IMIS = Simulator.start();
  private static final TestInlet INLET = TestInlet.shared();

  private final BatchedTenant batched = new BatchedTenant(INLET, IMIS);

  @BeforeEach
  void reset() {
    IMIS.reset();
  }

  @AfterAll
  static void stop() {
    IMIS.close();
  }

  @Test
  void twoNodesDoEachOnceAndFewAtATime() {
    TestInlet other = TestInlet.start(INLET.database(), Map.of());
    try {
      List<String> failed = batched.failed(batched.referring(), 40);
      IMIS.set(s -> s.withFault(Fault.delay(Part.INSERT, Duration.ofMillis(50)).times(1_000)));
      JsonNode batch = batched.planned(failed, false);

      batched.started(batch);
      int most = 0;
      while (!batched.batch(batch).get("state").asText().equals("DONE")) {
        INLET.bean(BatchWorker.class).work();
        other.bean(BatchWorker.class).work();
        most = Math.max(most, batched.count(batch, "underWay"));
      }

      assertThat(batched.count(batch, "succeeded")).isEqualTo(40);
      assertThat(IMIS.activities())
          .extracting("UF_1")
          .containsExactlyInAnyOrderElementsOf(new HashSet<Object>(failed));
      assertThat(most).isBetween(1, BatchQueue.OF_ORGANIZATION_MAX);
    } finally {
      other.close();
    }
  }

  @Test
  void aNodeThatEndsDoesWhatItClaimedAndClaimsNothingMore() {
    TestInlet own = TestInlet.start(Map.of());
    BatchedTenant ofOwn = new BatchedTenant(own, IMIS);
    List<String> failed = ofOwn.failed(ofOwn.referring(), 40);
    IMIS.set(s -> s.withFault(Fault.delay(Part.INSERT, Duration.ofMillis(300)).times(1_000)));
    ofOwn.started(ofOwn.planned(failed, false));
    Await.until(() -> !IMIS.activities().isEmpty());

    own.close();

    List<String> written =
        Sql.rowsOf(
            ofOwn.tenant().organization(),
            own,
            "SELECT delivery_id FROM replay_batch_deliveries WHERE state = 'SUCCEEDED'");
    assertThat(written).hasSameSizeAs(IMIS.activities()).hasSizeLessThan(40);
    assertThat(
            Sql.rowsOf(
                ofOwn.tenant().organization(),
                own,
                "SELECT FROM replay_batch_deliveries WHERE state = 'UNDER_WAY'"))
        .isEmpty();
  }

  @Test
  void whatANodeClaimedThatDiedIsTriedByAnother() {
    JsonNode batch = planned();
    claimedByAnother("NULL");
    batched.started(batch);

    letClaimsEnd();
    batched.awaitState(batch, "DONE");

    assertThat(batched.count(batch, "succeeded")).isEqualTo(1);
    assertThat(IMIS.activities()).hasSize(1);
  }

  @Test
  void whatANodeBeganThatDiedIsNotTriedAgain() {
    JsonNode batch = planned();
    claimedByAnother("2");
    batched.started(batch);
    begun(batched.only(batch).get("deliveryId").asText());

    Await.until(() -> delivery(batch).get("outcome").asText().equals("UNKNOWN"));
    letClaimsEnd();
    batched.awaitState(batch, "DONE");

    assertThat(batched.only(batch).get("state").asText()).isEqualTo("UNKNOWN");
    assertThat(batched.only(batch).get("reason").asText()).isEqualTo("INTERRUPTED");
    assertThat(IMIS.activities()).isEmpty();
  }

  @Test
  void whatANodeFinishedThatDiedBeforeItSaidSoIsToldAsItEnded() {
    JsonNode batch = planned();
    String delivery = batched.only(batch).get("deliveryId").asText();
    claimedByAnother("2");
    batched.started(batch);
    batched.tenant().post("/deliveries/" + delivery + "/replay", "{}"); // is the second attempt

    letClaimsEnd();
    batched.awaitState(batch, "DONE");

    assertThat(batched.count(batch, "succeeded")).isEqualTo(1);
    assertThat(IMIS.activities()).hasSize(1);
  }

  @Test
  void aNodeThatIsSlowBeginsNothingOnceItsClaimIsAnothers() {
    JsonNode batch = planned();
    claimedByAnother("NULL");
    batched.started(batch);
    JsonNode delivery = batched.only(batch);
    Claim stale =
        new Claim(
            UUID.fromString(batch.get("id").asText()),
            new DeliveryId(UUID.fromString(delivery.get("deliveryId").asText())),
            1,
            Outcome.FAILED,
            1,
            ReplayProspect.READY,
            null,
            1,
            Instant.now());
    OrganizationId organization = batched.tenant().organization();
    BatchedReplay late =
        new BatchedReplay(
            new BatchQueue.Claimed(organization, stale),
            "late@example.org",
            INLET.bean(BatchStateRepository.class),
            INLET.bean(BatchedRepository.class));
    DeliveryKey key = new DeliveryKey(organization, stale.delivery());
    Replays.Wanted wanted = new Replays.Wanted(1, false, false);

    assertThatThrownBy(() -> INLET.bean(Replays.class).replay(key, wanted, late))
        .isInstanceOf(ProblemException.class);

    assertThat(late.stand()).isEqualTo(BatchedReplay.Stand.LOST);
    assertThat(IMIS.activities()).isEmpty();
    letClaimsEnd();
    batched.awaitState(batch, "DONE");
    assertThat(IMIS.activities()).hasSize(1);
  }

  @Test
  void whatNoNodeSurvivesIsGivenUp() {
    JsonNode batch = planned();
    claimedByAnother("NULL");
    batched.started(batch);

    batched.change("UPDATE replay_batch_deliveries SET claims = 5");
    letClaimsEnd();
    batched.awaitState(batch, "DONE");

    assertThat(batched.only(batch).get("sentence").asText()).isEqualTo(Skips.UNEXPECTED);
    assertThat(IMIS.activities()).isEmpty();
  }

  @Test
  void whatANodeClaimedOfABatchThatWasCancelledMeanwhileIsSkipped() {
    JsonNode batch = planned();
    claimedByAnother("NULL");
    batched.started(batch);
    assertThat(batched.call(batch, "cancel").statusCode()).isEqualTo(200);

    letClaimsEnd();
    Await.until(() -> batched.count(batch, "skipped") == 1);

    assertThat(batched.only(batch).get("sentence").asText()).isEqualTo(Skips.CANCELLED);
    assertThat(IMIS.activities()).isEmpty();
  }

  @Test
  void forgetsWhatIsOldAndWhatNobodyStarted() {
    JsonNode done = planned();
    batched.done(done);
    JsonNode kept = planned();
    batched.change(
        "UPDATE replay_batches SET created_at = now() - interval '2 days' WHERE state = 'DONE'");
    JsonNode unwanted = planned();
    batched.change(
        "UPDATE replay_batches SET created_at = now() - interval '2 days' WHERE batch_id = '%s'"
            .formatted(unwanted.get("id").asText()));

    INLET.bean(BatchWorker.class).forgetOld();

    assertThat(batched.rows("SELECT batch_id FROM replay_batches"))
        .containsExactlyInAnyOrder(done.get("id").asText(), kept.get("id").asText());
    assertThat(batched.rows("SELECT DISTINCT batch_id FROM replay_batch_deliveries")).hasSize(2);

    batched.change(
        "UPDATE replay_batches SET created_at = now() - interval '91 days' WHERE state = 'DONE'");
    INLET.bean(BatchWorker.class).forgetOld();
    assertThat(batched.rows("SELECT batch_id FROM replay_batches"))
        .containsExactly(kept.get("id").asText());
  }

  private JsonNode delivery(JsonNode batch) {
    String id = batched.only(batch).get("deliveryId").asText();
    return Tenant.json(batched.tenant().get("/deliveries/" + id));
  }

  private JsonNode planned() {
    JsonNode webhook = batched.tenant().createWebhook(Definitions.sample());
    return batched.planned(batched.failed(webhook, 1), false);
  }

  /**
   * What a node leaves that claimed all there is.
   *
   * @param attempt the number of the one it began; NULL if it began none
   */
  private void claimedByAnother(String attempt) {
    batched.change(
        """
        UPDATE replay_batch_deliveries
        SET state = 'UNDER_WAY', claimed_until = now() + interval '1 hour', claims = 1, attempt = %s
        """
            .formatted(attempt));
  }

  private void letClaimsEnd() {
    batched.change(
        """
        UPDATE replay_batch_deliveries SET claimed_until = now() - interval '1 minute' WHERE state = 'UNDER_WAY'
        """);
  }

  /** What a node leaves that began the second attempt of a delivery that had failed. */
  private static void begun(String delivery) {
    Sql.execute(
        INLET,
        """
        SET ROLE inlet_journal;
        UPDATE deliveries
        SET outcome = 'RECEIVED', outcome_before = 'FAILED', attempts_begun = 2, deadline_at = now() - interval '1 minute'
        WHERE delivery_id = '%s'
        """
            .formatted(delivery));
  }
}
