package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inlet.actions.ActionResult;
import dev.inlet.actions.ActionResult.Exchange;
import dev.inlet.actions.FailureReason;
import dev.inlet.platform.time.Deadline;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import dev.inlet.webhooks.WebhookId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One delivery holds a key, whatever is written with it and by whom. */
class ClaimTest {

  private static final TestInlet INLET = TestInlet.shared();

  private final Tenant tenant = Tenant.in(INLET);
  private final WebhookId webhook = new WebhookId(UUID.randomUUID());
  private final DeliveryJournal journal = INLET.bean(DeliveryJournal.class);
  private final JournalWriter writer = INLET.bean(JournalWriter.class);

  /** Is over already; whoever claims before by their own time came before all the same. */
  private final Instant windowEnd = Instant.now().minusSeconds(1).truncatedTo(ChronoUnit.MILLIS);

  private final Instant justInTime = windowEnd.minusMillis(1);

  @Test
  void writesTheFirstOfAGroupThatClaimsAKeyAndRefusesTheOthers() {
    Receipt first = receipt();
    Receipt unclaiming = receipt();
    Pending claiming = pending(claiming(first, null));
    Pending late = pending(claiming(receipt(), null));
    Pending again = pending(claiming(first, null));
    Pending free = pending(new JournalEntry.Begin(unclaiming, Outcome.RECEIVED));

    writer.write(List.of(free, claiming, late), true);
    writer.write(List.of(again), true);

    assertThat(List.of(claiming.written(), again.written(), free.written()))
        .allMatch(written -> written.isDone() && !written.isCompletedExceptionally());
    assertThat(late.written()).isCompletedExceptionally();
    assertThat(outcomes(first)).containsExactly("RECEIVED");
  }

  @Test
  void handsAKeyOverOnlyFromTheDeliveryThatIsNamed() throws JournalException {
    Receipt first = receipt();
    Receipt second = receipt();
    Receipt third = receipt();
    journal.begin(first, claim(null), soon());

    assertThat(journal.begin(second, claim(third.id()), soon())).isFalse();
    assertThat(journal.begin(second, claim(first.id()), soon())).isTrue();
    assertThat(journal.begin(third, claim(first.id()), soon())).isFalse();
  }

  /** A node that stalls with a key uncommitted must not stall whoever writes with others. */
  @Test
  void failsAClaimAloneThatAnotherNodeHoldsUncommitted() throws SQLException {
    Receipt free = receipt();
    Pending stuck = pending(claiming(receipt(), null));
    Pending good = pending(new JournalEntry.Begin(free, Outcome.RECEIVED));
    try (Connection stalled = INLET.connection("journal")) {
      stalled.setAutoCommit(false);
      ClaimStatement.refused(stalled, List.of(claiming(receipt(), null)));

      writer.write(List.of(stuck, good), true);
      stalled.rollback();
    }

    assertThat(good.written()).isCompleted();
    assertThatThrownBy(() -> stuck.written().join()).hasRootCauseInstanceOf(SQLException.class);
    assertThat(outcomes(free)).containsExactly("RECEIVED");
  }

  /** Whoever wants another key, or none, waits once, however many they are. */
  @Test
  void waitsForAKeyAgainOnlyWhenWhoClaimsNothingIsWritten() throws SQLException {
    Pending stuck = pending(claiming(receipt(), null));
    List<Pending> unclaiming =
        Stream.generate(() -> pending(new JournalEntry.Begin(receipt(), Outcome.RECEIVED)))
            .limit(3)
            .toList();
    Pending free = pending(claimingAnother(receipt()));
    List<Pending> group = new ArrayList<>(List.of(stuck, free));
    group.addAll(1, unclaiming);
    CompletableFuture<Boolean> wereWritten =
        stuck.written().handle((_, _) -> unclaiming.stream().allMatch(ClaimTest::isWritten));
    try (Connection stalled = INLET.connection("journal")) {
      stalled.setAutoCommit(false);
      ClaimStatement.refused(stalled, List.of(claiming(receipt(), null)));

      writer.write(group, true);
      stalled.rollback();
    }

    assertThat(wereWritten).isCompletedWithValue(true);
    assertThat(stuck.written()).isCompletedExceptionally();
    assertThat(free.written()).isCompleted();
  }

  @Test
  void handsAKeyOverWhenItsWindowEndsThoughItsDeliveryIsUnderWay() throws JournalException {
    Receipt first = receipt();
    Receipt next = receipt();
    journal.begin(first, claimAt(windowEnd.minusSeconds(60)), soon());

    assertThat(journal.begin(receipt(), claimAt(justInTime), soon())).isFalse();
    assertThat(journal.begin(next, claimAt(windowEnd), soon())).isTrue();
    journal.finish(first.key(), failed(), 500, soon());

    assertThat(holder(claimAt(windowEnd))).hasValue(next.id());
    assertThat(journal.begin(receipt(), claimAt(windowEnd), soon())).isFalse();
  }

  /** A claim and its look-up go by one time: else one would be told that it is, and is not. */
  @Test
  void tellsWhoCameInTimeOfTheFirstThoughTheWindowEndsWhileTheyWait() throws JournalException {
    Receipt first = receipt();
    journal.begin(first, claimAt(windowEnd.minusSeconds(60)), soon());
    FirstDelivery awaited = first(claimAt(justInTime)).orElseThrow();

    journal.finish(first.key(), succeeded(), 200, soon());

    assertThat(awaited.isUnsettled()).isTrue();
    assertThat(first(claimAt(justInTime)).flatMap(FirstDelivery::told))
        .hasValueSatisfying(told -> assertThat(told.statusCode()).isEqualTo(200));
    assertThat(first(claimAt(windowEnd))).isEmpty();
  }

  @Test
  void takesNoKeyThatAnotherOneGotSinceItWasLookedFor() throws JournalException {
    Claim claim = claimAt(justInTime);
    Receipt next = receipt();
    DeliveryId failed = failedFirst(claim);
    journal.begin(next, claimAt(windowEnd), soon());

    assertThat(journal.begin(receipt(), claim.insteadOf(failed), soon())).isFalse();
    assertThat(holder(claim)).hasValue(next.id());
  }

  @Test
  void takesAKeyThatWasForgottenSinceItWasLookedFor() throws JournalException {
    Claim claim = claimAt(justInTime);
    Receipt late = receipt();
    DeliveryId failed = failedFirst(claim);
    Sql.execute(
        INLET,
        "SET ROLE inlet_journal; DELETE FROM idempotency_keys WHERE organization_id = '%s'"
            .formatted(tenant.organization()));

    assertThat(journal.begin(late, claim.insteadOf(failed), soon())).isTrue();
    assertThat(holder(claim)).hasValue(late.id());
  }

  /** One that failed, and was found so by somebody who claims its key. */
  private DeliveryId failedFirst(Claim claim) throws JournalException {
    Receipt first = receipt();
    journal.begin(first, claimAt(windowEnd.minusSeconds(60)), soon());
    journal.finish(first.key(), failed(), 500, soon());
    FirstDelivery found = first(claim).orElseThrow();
    assertThat(found.holdsKey()).isFalse();
    return found.id();
  }

  private Optional<FirstDelivery> first(Claim claim) {
    return INLET.bean(FirstDeliveryRepository.class).find(tenant.organization(), webhook, claim);
  }

  private Optional<DeliveryId> holder(Claim claim) {
    return first(claim).map(FirstDelivery::id);
  }

  @Test
  void forgetsKeysThatNobodyHoldsAnyMore() throws JournalException {
    Instant now = Instant.now();
    byte[] hash = new byte[32];
    Claim old = new Claim(hash, hash, now.minusSeconds(200), now.minusSeconds(100), null);
    journal.begin(receipt(), old, soon());

    INLET.bean(ForgottenKeys.class).forget();
    assertThat(keys()).isEmpty();

    journal.begin(receipt(), claim(null), soon());
    INLET.bean(ForgottenKeys.class).forget();
    assertThat(keys()).hasSize(1);
  }

  private List<String> keys() {
    return Sql.rowsOf(tenant.organization(), INLET, "SELECT 1 FROM idempotency_keys");
  }

  private static JournalEntry.Begin claiming(Receipt receipt, @Nullable DeliveryId insteadOf) {
    return new JournalEntry.Begin(receipt, Outcome.RECEIVED, claim(insteadOf));
  }

  private static JournalEntry.Begin claimingAnother(Receipt receipt) {
    Claim claim = claim(null);
    byte[] key = "another one of thirty-two bytes.".getBytes(StandardCharsets.US_ASCII);
    Claim another = new Claim(key, claim.body(), claim.at(), claim.until(), null);
    return new JournalEntry.Begin(receipt, Outcome.RECEIVED, another);
  }

  /** One whose window ends with that of the first, or begins where that has ended. */
  private Claim claimAt(Instant at) {
    Instant until = at.isBefore(windowEnd) ? windowEnd : at.plusSeconds(60);
    return new Claim(new byte[32], new byte[32], at, until, null);
  }

  private static Claim claim(@Nullable DeliveryId insteadOf) {
    Instant now = Instant.now();
    return new Claim(new byte[32], new byte[32], now, now.plusSeconds(60), insteadOf);
  }

  private List<String> outcomes(Receipt receipt) {
    return Sql.rowsOf(
        tenant.organization(),
        INLET,
        "SELECT outcome FROM deliveries WHERE delivery_id = '%s'".formatted(receipt.id()));
  }

  private Receipt receipt() {
    Instant now = Instant.now();
    return new Receipt(
        tenant.organization(),
        DeliveryId.at(now),
        webhook,
        1,
        "192.0.2.1",
        Map.of(),
        StoredPayload.whole(new byte[] {1}),
        new long[0],
        null,
        now.plusSeconds(60));
  }

  private static boolean isWritten(Pending pending) {
    return pending.written().isDone() && !pending.written().isCompletedExceptionally();
  }

  private static Attempt failed() {
    return attempt(ActionResult.failed(FailureReason.BUSY, "busy"));
  }

  private static Attempt succeeded() {
    return attempt(ActionResult.succeeded("77", new Exchange("{}", 201, "{}")));
  }

  private static Attempt attempt(ActionResult result) {
    Instant now = Instant.now();
    return new Attempt(1, 1, null, result, AttemptTimes.NONE, now, now);
  }

  private static Pending pending(JournalEntry entry) {
    return new Pending(entry);
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(10));
  }
}
