package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.actions.ActionResult;
import dev.inlet.actions.ActionResult.Exchange;
import dev.inlet.actions.FailureReason;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.time.Deadline;
import dev.inlet.testing.Await;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import dev.inlet.webhooks.WebhookId;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Attempts of one delivery that end in another order than they began. */
class AttemptRacesTest {

  private static final TestInlet INLET = TestInlet.shared();

  private final Tenant tenant = Tenant.in(INLET);
  private final DeliveryJournal journal = INLET.bean(DeliveryJournal.class);
  private final Clock clock = INLET.bean(Clock.class);

  @Test
  void aLateTruthLeavesTheRunningReplayAloneAndIsNotLost() throws JournalException {
    DeliveryKey delivery = interruptedFirst();
    int replay = beginReplay(delivery, soonest());

    finish(delivery, succeeded(1, "first"));
    JsonNode meanwhile = shown(delivery);
    finish(delivery, failed(replay));

    assertThat(meanwhile.get("outcome").asText()).isEqualTo("RECEIVED");
    assertThat(meanwhile.get("reason").isNull()).isTrue();
    assertThat(shown(delivery).get("outcome").asText()).isEqualTo("SUCCEEDED");
    assertThat(shown(delivery).get("recordId").asText()).isEqualTo("first");
    assertThat(shown(delivery).get("reason").isNull()).isTrue();
    assertThat(numbers(delivery)).containsExactly(1, 2);
  }

  @Test
  void aLateSuccessStandsWhenTheReplayThenDies() throws JournalException {
    DeliveryKey delivery = interruptedFirst();
    beginReplay(delivery, soonest());

    finish(delivery, succeeded(1, "first"));
    expire(delivery);

    assertThat(shown(delivery).get("outcome").asText()).isEqualTo("SUCCEEDED");
    assertThat(shown(delivery).get("recordId").asText()).isEqualTo("first");
  }

  @Test
  void aLateSuccessIsKnownAfterAReplayFailedAndHasToBeConfirmedThen() throws JournalException {
    DeliveryKey delivery = interruptedFirst();
    finish(delivery, failed(beginReplay(delivery, soonest())));
    JsonNode doubtful = shown(delivery);

    finish(delivery, succeeded(1, "first"));

    assertThat(doubtful.get("outcome").asText()).isEqualTo("UNKNOWN");
    assertThat(shown(delivery).get("outcome").asText()).isEqualTo("SUCCEEDED");
    assertThat(shown(delivery).get("recordId").asText()).isEqualTo("first");
    assertThat(problemOfUnconfirmedReplay(delivery)).endsWith("replay-not-confirmed");
  }

  @Test
  void aLateFailureRemovesTheDoubtThatItLeft() throws JournalException {
    DeliveryKey delivery = interruptedFirst();
    finish(delivery, failed(beginReplay(delivery, soonest())));

    finish(delivery, failed(1));

    assertThat(shown(delivery).get("outcome").asText()).isEqualTo("FAILED");
    assertThat(shown(delivery).get("reason").asText()).isEqualTo("BUSY");
  }

  @Test
  void aLateFailureLeavesTheDoubtAboutAnotherAttempt() throws JournalException {
    DeliveryKey delivery = interruptedFirst();
    beginReplay(delivery, soonest());
    expire(delivery);

    finish(delivery, failed(1));

    assertThat(shown(delivery).get("outcome").asText()).isEqualTo("UNKNOWN");
    assertThat(shown(delivery).get("reason").asText()).isEqualTo("INTERRUPTED");
  }

  @Test
  void aLateFailureTakesBackNoSuccess() throws JournalException {
    DeliveryKey delivery = interruptedFirst();
    finish(delivery, succeeded(beginReplay(delivery, soonest()), "second"));

    finish(delivery, failed(1));

    assertThat(shown(delivery).get("outcome").asText()).isEqualTo("SUCCEEDED");
    assertThat(shown(delivery).get("recordId").asText()).isEqualTo("second");
    assertThat(shown(delivery).get("firstOutcome").asText()).isEqualTo("FAILED");
    assertThat(numbers(delivery)).containsExactly(1, 2);
  }

  @Test
  void attemptsAfterAnInterruptedReplayHaveNumbersOfTheirOwn() throws JournalException {
    DeliveryKey delivery = begun(soonest());
    finish(delivery, failed(1));
    int interrupted = beginReplay(delivery, soonest());
    expire(delivery);
    int next = beginReplay(delivery, soonest());

    finish(delivery, succeeded(interrupted, "second"));
    finish(delivery, failed(next));

    assertThat(List.of(interrupted, next)).containsExactly(2, 3);
    assertThat(numbers(delivery)).containsExactly(1, 2, 3);
    assertThat(shown(delivery).get("outcome").asText()).isEqualTo("SUCCEEDED");
    assertThat(shown(delivery).get("recordId").asText()).isEqualTo("second");
  }

  @Test
  void aReplayOfARejectedDeliveryThatDiesLeavesADoubt() throws JournalException {
    DeliveryKey delivery = rejected();
    int interrupted = beginReplay(delivery, soonest());
    expire(delivery);
    JsonNode doubtful = shown(delivery);
    finish(delivery, failed(beginReplay(delivery, soonest())));

    assertThat(interrupted).isEqualTo(1);
    assertThat(doubtful.get("outcome").asText()).isEqualTo("UNKNOWN");
    assertThat(shown(delivery).get("outcome").asText()).isEqualTo("UNKNOWN");
    assertThat(shown(delivery).get("firstOutcome").asText()).isEqualTo("REJECTED");
    assertThat(shown(delivery).get("firstReason").asText()).isEqualTo("SCHEMA_VIOLATED");
    assertThat(shown(delivery).get("statusCode").asInt()).isEqualTo(400);
  }

  @Test
  void attemptsThatAreWrittenAtOnceKnowOfEachOther() throws Exception {
    DeliveryKey delivery = interruptedFirst();
    int replay = beginReplay(delivery, soonest());
    JournalStatements statements = INLET.bean(JournalStatements.class);

    try (Connection connection = INLET.database().connect();
        Statement role = connection.createStatement()) {
      role.execute("SET ROLE inlet_journal");
      connection.setAutoCommit(false);
      statements.execute(
          connection, List.of(new JournalEntry.Finish(delivery, succeeded(1, "first"), 200)));
      CompletableFuture<Void> other =
          CompletableFuture.runAsync(() -> finishOrThrow(delivery, failed(replay)));
      Await.until(AttemptRacesTest::somebodyWaitsForARow);
      connection.commit();
      other.join();
    }

    assertThat(shown(delivery).get("outcome").asText()).isEqualTo("SUCCEEDED");
    assertThat(numbers(delivery)).containsExactly(1, 2);
  }

  private static boolean somebodyWaitsForARow() {
    return !Sql.rows(
            INLET,
            "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%FOR NO KEY UPDATE%'")
        .isEmpty();
  }

  /** A commit whose answer was lost is made again. */
  @Test
  void whatIsQueuedAgainTwiceWaitsForOneAttemptAndHasNotEnded() throws JournalException {
    DeliveryKey delivery = begun(soonest());
    Instant tomorrow = clock.instant().plus(Duration.ofDays(1));

    journal.finishQueued(delivery, failed(1), tomorrow, patience());
    journal.finishQueued(delivery, failed(1), tomorrow, patience());

    assertThat(standing(delivery)).containsExactly("QUEUED|null|2|null|null");
    assertThat(shown(delivery).get("nextAttemptAt").asText()).isEqualTo(tomorrow.toString());
    assertThat(numbers(delivery)).containsExactly(1);
  }

  @Test
  void anInterruptedFurtherAttemptLeavesDoubtAndALateFailureIsNotTriedAgain()
      throws JournalException {
    DeliveryKey delivery = begun(soonest());
    Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
    journal.finishQueued(delivery, failed(1), tomorrow, patience());
    Sql.execute(
        INLET,
        "SET ROLE inlet_journal; UPDATE deliveries SET outcome = 'RECEIVED' WHERE delivery_id = '%s'"
            .formatted(delivery.id()));

    expire(delivery);
    List<String> interrupted = standing(delivery);
    Instant now = clock.instant();
    ActionResult busy = ActionResult.failed(FailureReason.BUSY, "busy");
    journal.finishQueued(
        delivery, new Attempt(2, 1, null, busy, AttemptTimes.NONE, now, now), tomorrow, patience());

    assertThat(interrupted).containsExactly("UNKNOWN|null|2|UNKNOWN|INTERRUPTED");
    assertThat(standing(delivery)).containsExactly("FAILED|null|2|FAILED|BUSY");
    assertThat(numbers(delivery)).containsExactly(1, 2);
  }

  private List<String> standing(DeliveryKey delivery) {
    return Sql.rowsOf(
        tenant.organization(),
        INLET,
        "SELECT outcome, outcome_before, attempts_begun, first_outcome, first_reason FROM deliveries WHERE delivery_id = '%s'"
            .formatted(delivery.id()));
  }

  /** A first attempt whose node seems to have died: its truth may come yet. */
  private DeliveryKey interruptedFirst() throws JournalException {
    DeliveryKey delivery = begun(clock.instant().minus(Duration.ofMinutes(1)));
    giveUp(delivery);
    assertThat(shown(delivery).get("outcome").asText()).isEqualTo("UNKNOWN");
    return delivery;
  }

  private DeliveryKey begun(Instant deadlineAt) throws JournalException {
    Receipt receipt = receipt(deadlineAt);
    journal.begin(receipt, patience());
    return receipt.key();
  }

  private DeliveryKey rejected() throws JournalException {
    Receipt receipt = receipt(soonest());
    Ending ending =
        new Ending(Outcome.REJECTED, Reason.SCHEMA_VIOLATED, null, List.of(), 400, clock.instant());
    journal.reject(receipt, ending, patience());
    return receipt.key();
  }

  private Receipt receipt(Instant deadlineAt) {
    return new Receipt(
        tenant.organization(),
        DeliveryId.at(clock.instant()),
        new WebhookId(UUID.randomUUID()),
        1,
        "192.0.2.1",
        Map.of(),
        StoredPayload.whole(new byte[] {1}),
        new long[0],
        null,
        deadlineAt);
  }

  private int beginReplay(DeliveryKey delivery, Instant deadline) {
    ReplayRepository deliveries = INLET.bean(ReplayRepository.class);
    Ended known = deliveries.find(delivery).orElseThrow();
    return INLET
        .bean(Database.class)
        .inOrganization(
            delivery.organization(),
            handle ->
                deliveries
                    .begin(handle, delivery, known.outcome(), known.deadlineAt(), deadline)
                    .orElseThrow());
  }

  /** Lets the time pass in which whoever works on a delivery may end it. */
  private void expire(DeliveryKey delivery) {
    Sql.execute(
        INLET,
        """
        SET ROLE inlet_journal;
        UPDATE deliveries SET deadline_at = now() - interval '1 minute' WHERE delivery_id = '%s'
        """
            .formatted(delivery.id()));
    giveUp(delivery);
  }

  private void giveUp(DeliveryKey delivery) {
    Await.until(
        () -> {
          INLET.bean(UnfinishedDeliveries.class).giveUpInterrupted();
          return !shown(delivery).get("outcome").asText().equals("RECEIVED");
        });
  }

  private void finish(DeliveryKey delivery, Attempt attempt) throws JournalException {
    journal.finish(delivery, attempt, attempt.isReplay() ? null : 500, patience());
  }

  private void finishOrThrow(DeliveryKey delivery, Attempt attempt) {
    try {
      finish(delivery, attempt);
    } catch (JournalException e) {
      throw new IllegalStateException(e);
    }
  }

  private Attempt succeeded(int number, String record) {
    return attempt(number, ActionResult.succeeded(record, new Exchange("{}", 201, "{}")));
  }

  private Attempt failed(int number) {
    return attempt(number, ActionResult.failed(FailureReason.BUSY, "busy"));
  }

  private Attempt attempt(int number, ActionResult result) {
    Instant now = clock.instant();
    return new Attempt(
        number, 1, number == 1 ? null : "grace@example.org", result, AttemptTimes.NONE, now, now);
  }

  private JsonNode shown(DeliveryKey delivery) {
    return Tenant.json(tenant.get("/deliveries/" + delivery.id()));
  }

  private List<Integer> numbers(DeliveryKey delivery) {
    return shown(delivery).get("attempts").findValues("number").stream()
        .map(JsonNode::asInt)
        .toList();
  }

  private String problemOfUnconfirmedReplay(DeliveryKey delivery) {
    HttpResponse<String> answer =
        tenant.post("/deliveries/" + delivery.id() + "/replay", Tenant.JSON.createObjectNode());
    return Tenant.json(answer).get("type").asText();
  }

  private Instant soonest() {
    return clock.instant().plusSeconds(60);
  }

  private static Deadline patience() {
    return Deadline.in(Duration.ofSeconds(10));
  }
}
