package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.actions.ActionResult;
import dev.inlet.actions.ActionResult.Exchange;
import dev.inlet.actions.FailureReason;
import dev.inlet.platform.time.Deadline;
import dev.inlet.testing.Await;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import dev.inlet.webhooks.WebhookId;
import dev.inlet.webhooks.queue.QueueSettings;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JournalTest {

  private static final TestInlet INLET = TestInlet.shared();

  private final Tenant tenant = Tenant.in(INLET);
  private final DeliveryJournal journal = INLET.bean(DeliveryJournal.class);
  private final JournalWriter writer = INLET.bean(JournalWriter.class);
  private final Clock clock = INLET.bean(Clock.class);

  @Test
  void holdsABegunDeliveryAsReceivedUntilItIsFinished() throws JournalException {
    Receipt receipt = receipt(new byte[] {1});

    journal.begin(receipt, soon());
    JsonNode begun = delivery(receipt);
    journal.finish(receipt.key(), succeeded(), 200, soon());
    JsonNode finished = delivery(receipt);

    assertThat(begun.get("outcome").asText()).isEqualTo("RECEIVED");
    assertThat(begun.get("finishedAt").isNull()).isTrue();
    assertThat(finished.get("outcome").asText()).isEqualTo("SUCCEEDED");
    assertThat(finished.get("recordId").asText()).isEqualTo("77");
    assertThat(finished.at("/attempts/0/response").asText()).isEqualTo("nul: \uFFFD");
  }

  @Test
  void readsAttemptsOfBeforeTheirExchangesWereDeflated() throws JournalException, SQLException {
    Receipt receipt = receipt(new byte[0]);
    journal.begin(receipt, soon());
    journal.finish(receipt.key(), succeeded(), 200, soon());

    try (Connection connection = INLET.connection("journal");
        PreparedStatement insert =
            connection.prepareStatement(
                """
                INSERT INTO attempts (organization_id, received_at, delivery_id, number, version_number, outcome,
                                      request, response, started_at, finished_at)
                VALUES (?, ?, ?, 2, 1, 'SUCCEEDED', 'asked', 'told', now(), now())
                """)) {
      new JournalRow(insert).key(receipt.key());
      insert.executeUpdate();
    }

    assertThat(delivery(receipt).at("/attempts/1/request").asText()).isEqualTo("asked");
    assertThat(delivery(receipt).at("/attempts/1/response").asText()).isEqualTo("told");
  }

  @Test
  void keepsBytesThatAreNoTextAsTheyCame() throws JournalException {
    Receipt receipt = receipt(new byte[] {(byte) 0xff, 0, 1});

    journal.queue(receipt, QueueSettings.DEFAULT, soon());

    assertThat(delivery(receipt).at("/body/encoding").asText()).isEqualTo("base64");
    assertThat(delivery(receipt).at("/body/content").asText()).isEqualTo("/wAB");
  }

  @Test
  void failsAnEntryThatPostgresRefusesAloneAndWritesItsGroup() {
    Pending bad = pending(new JournalEntry.Finish(receipt(new byte[0]).key(), succeeded(), 200));
    List<Pending> group = new ArrayList<>(List.of(bad));
    for (int i = 0; i < 20; i++) {
      group.add(i % 2, pending(new JournalEntry.Begin(receipt(new byte[] {1}), Outcome.RECEIVED)));
    }

    writer.write(group, true);

    // An attempt of a delivery that does not exist.
    assertThatThrownBy(() -> bad.written().join()).hasRootCauseInstanceOf(SQLException.class);
    assertThat(group).allMatch(pending -> pending.written().isDone());
    assertThat(group)
        .filteredOn(pending -> pending.written().isCompletedExceptionally())
        .containsExactly(bad);
  }

  /** More than an index takes is neither a data error nor a violated constraint. */
  @Test
  void failsAnEntryThatIsTooMuchForAnIndexAlone() {
    Receipt victim = receipt(new byte[] {1});
    Pending good = pending(new JournalEntry.Begin(victim, Outcome.RECEIVED));
    Pending bad =
        pending(new JournalEntry.Begin(receiptFrom(incompressible(10_000)), Outcome.RECEIVED));

    writer.write(List.of(bad, good), true);

    assertThat(good.written()).isCompleted();
    assertThatThrownBy(() -> bad.written().join()).hasRootCauseInstanceOf(SQLException.class);
    assertThat(delivery(victim).get("outcome").asText()).isEqualTo("RECEIVED");
  }

  @Test
  void withdrawsADeliveryWhoseCallerWasToldThatItWasNotTaken() throws Exception {
    Receipt receipt = receipt(new byte[0]);

    Pending givenUp = givenUpOnTheWay(new JournalEntry.Begin(receipt, Outcome.RECEIVED));

    assertThat(givenUp.isInDoubt()).isTrue();
    assertThat(delivery(receipt).get("outcome").asText()).isEqualTo("FAILED");
    assertThat(delivery(receipt).get("statusCode").asInt()).isEqualTo(503);
  }

  /** Another node may have begun with it before this one notices that it was written. */
  @Test
  void takesNothingBackThatIsQueuedButTellsWhatItsCallerWasTold() throws Exception {
    Receipt receipt = receipt(new byte[0]);

    Pending givenUp = givenUpOnTheWay(new JournalEntry.Begin(receipt, Outcome.QUEUED));

    assertThat(givenUp.isInDoubt()).isTrue();
    assertThat(delivery(receipt).get("statusCode").asInt()).isEqualTo(500);
    assertThat(delivery(receipt).at("/answer/error").asText())
        .isEqualTo(CallerAnswer.NOT_CONFIRMED);
  }

  @Test
  void writesNothingThatWasGivenUpBeforeItsTurn() {
    Receipt receipt = receipt(new byte[0]);
    Pending givenUp = pending(new JournalEntry.Begin(receipt, Outcome.QUEUED));
    givenUp.giveUp();
    assertThat(givenUp.isInDoubt()).isFalse();

    writer.write(List.of(givenUp), true);

    assertThat(tenant.get("/deliveries/" + receipt.id()).statusCode()).isEqualTo(404);
  }

  /** Somebody else writes the same, uncommitted: that holds it up until it was given up. */
  private Pending givenUpOnTheWay(JournalEntry.Begin begin) throws Exception {
    Pending pending = pending(begin);
    try (Connection other = INLET.connection("journal")) {
      other.setAutoCommit(false);
      Set<JournalEntry> _ = INLET.bean(JournalStatements.class).execute(other, List.of(begin));
      Thread writing = Thread.startVirtualThread(() -> writer.write(List.of(pending), true));
      Await.until(JournalTest::isAnybodyHeldUp);
      assertThat(pending.giveUp()).isTrue();
      other.rollback();
      writing.join();
    }
    return pending;
  }

  private static boolean isAnybodyHeldUp() {
    return !Sql.rows(
            INLET,
            """
            SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'transactionid'
              AND query LIKE '%INSERT INTO deliveries%'
            """)
        .isEmpty();
  }

  @Test
  void writesAnEntryOnceThatIsWrittenTwice() {
    Receipt receipt = receipt(new byte[0]);
    JournalEntry begin = new JournalEntry.Begin(receipt, Outcome.RECEIVED);
    JournalEntry finish = new JournalEntry.Finish(receipt.key(), succeeded(), 200);

    for (JournalEntry entry : List.of(begin, begin, finish, finish)) {
      writer.write(entry).written().join();
    }

    assertThat(delivery(receipt).get("attempts")).hasSize(1);
    assertThat(delivery(receipt).get("outcome").asText()).isEqualTo("SUCCEEDED");
  }

  @Test
  void tellsWhatWasAnsweredWhenTheOutcomeWasWrittenTooLateToBeAnswered() {
    for (boolean isOutcomeFirst : List.of(true, false)) {
      Receipt receipt = receipt(new byte[0]);
      writer.write(new JournalEntry.Begin(receipt, Outcome.RECEIVED)).written().join();
      List<JournalEntry> entries =
          List.of(
              new JournalEntry.Finish(receipt.key(), succeeded(), 200),
              new JournalEntry.Answered(receipt.key(), 500, "Not recorded."));

      for (JournalEntry entry : isOutcomeFirst ? entries : entries.reversed()) {
        writer.write(entry).written().join();
      }

      assertThat(delivery(receipt).get("outcome").asText()).isEqualTo("SUCCEEDED");
      assertThat(delivery(receipt).get("statusCode").asInt()).isEqualTo(500);
      assertThat(delivery(receipt).at("/answer/error").asText()).isEqualTo("Not recorded.");
    }
  }

  @Test
  void letsATruthThatCameLateReplaceUnknown() throws JournalException {
    Receipt receipt = receipt(new byte[0], clock.instant().minus(Duration.ofMinutes(1)));
    journal.begin(receipt, soon());
    // The node itself looks, too, and has it locked meanwhile.
    Await.until(
        () -> {
          INLET.bean(UnfinishedDeliveries.class).giveUpInterrupted();
          return delivery(receipt).get("outcome").asText().equals("UNKNOWN");
        });

    journal.finish(receipt.key(), succeeded(), 200, soon());

    assertThat(delivery(receipt).get("outcome").asText()).isEqualTo("SUCCEEDED");
  }

  @Test
  void neverOverwritesAnEndingWithAnother() throws JournalException {
    Receipt receipt = receipt(new byte[0]);
    journal.begin(receipt, soon());
    journal.finish(receipt.key(), succeeded(), 200, soon());

    INLET.bean(UnfinishedDeliveries.class).giveUpInterrupted();
    journal.finish(receipt.key(), failed(), 500, soon());

    assertThat(delivery(receipt).get("outcome").asText()).isEqualTo("SUCCEEDED");
  }

  @Test
  void leavesDeliveriesAloneThatSomebodyMayStillWorkOn() throws JournalException {
    Receipt receipt = receipt(new byte[0]);
    journal.begin(receipt, soon());

    INLET.bean(UnfinishedDeliveries.class).giveUpInterrupted();

    assertThat(delivery(receipt).get("outcome").asText()).isEqualTo("RECEIVED");
  }

  @Test
  void refusesToBeginPastTheDeadline() {
    assertThatThrownBy(() -> journal.begin(receipt(new byte[0]), Deadline.in(Duration.ZERO)))
        .isInstanceOf(JournalException.class);
  }

  private static Pending pending(JournalEntry entry) {
    return new Pending(entry);
  }

  private JsonNode delivery(Receipt receipt) {
    return Tenant.json(tenant.get("/deliveries/" + receipt.id()));
  }

  private Receipt receipt(byte[] body) {
    return receipt(body, clock.instant().plusSeconds(60));
  }

  private Receipt receipt(byte[] body, Instant deadlineAt) {
    return receipt("192.0.2.1", body, deadlineAt);
  }

  private Receipt receiptFrom(String sourceAddress) {
    return receipt(sourceAddress, new byte[] {1}, clock.instant().plusSeconds(60));
  }

  private Receipt receipt(String sourceAddress, byte[] body, Instant deadlineAt) {
    return new Receipt(
        tenant.organization(),
        DeliveryId.at(clock.instant()),
        new WebhookId(UUID.randomUUID()),
        1,
        sourceAddress,
        Map.of("Content-Type", List.of("application/json")),
        StoredPayload.whole(body),
        new long[0],
        null,
        deadlineAt);
  }

  private static String incompressible(int length) {
    byte[] bytes = new byte[length];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private Attempt succeeded() {
    return attempt(ActionResult.succeeded("77", new Exchange("{}", 201, "nul: \0")));
  }

  private Attempt failed() {
    return attempt(ActionResult.failed(FailureReason.BUSY, "busy"));
  }

  private Attempt attempt(ActionResult result) {
    Instant now = clock.instant();
    return new Attempt(1, 1, null, result, AttemptTimes.NONE, now, now);
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(10));
  }
}
