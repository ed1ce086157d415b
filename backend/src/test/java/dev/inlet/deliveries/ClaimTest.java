package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inlet.platform.time.Deadline;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import dev.inlet.webhooks.WebhookId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One delivery holds a key, whatever is written with it and by whom. */
class ClaimTest {

  private static final TestInlet INLET = TestInlet.shared();

  private final Tenant tenant = Tenant.in(INLET);
  private final WebhookId webhook = new WebhookId(UUID.randomUUID());
  private final DeliveryJournal journal = INLET.bean(DeliveryJournal.class);
  private final JournalWriter writer = INLET.bean(JournalWriter.class);

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

  private static Pending pending(JournalEntry entry) {
    return new Pending(entry);
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(10));
  }
}
