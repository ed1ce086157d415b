package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inlet.actions.ActionResult;
import dev.inlet.actions.ActionResult.Exchange;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.time.Deadline;
import dev.inlet.testing.Await;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import dev.inlet.webhooks.WebhookId;
import dev.inlet.webhooks.queue.QueueSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of deliveries whose organization was deleted. */
class DeliveryRemainsTest {

  private static final TestInlet INLET = TestInlet.shared();

  private final Tenant tenant = Tenant.in(INLET);
  private final DeliveryJournal journal = INLET.bean(DeliveryJournal.class);
  private final DeliveryRemains remains = INLET.bean(DeliveryRemains.class);
  private final Clock clock = INLET.bean(Clock.class);

  @Test
  void areErasedOnceNobodyWorksOnThem() throws JournalException {
    Receipt underWay = receipt(clock.instant().plusSeconds(60));
    journal.begin(underWay, soon());
    journal.queue(receipt(clock.instant().plusSeconds(60)), QueueSettings.DEFAULT, soon());

    assertThat(eraseSome()).isEqualTo(1);
    assertThat(eraseSome()).isZero();
    assertThat(outcomes()).containsExactly("RECEIVED");

    journal.finish(underWay.key(), succeeded(), 200, soon());
    assertThat(eraseSome()).isEqualTo(1);
    assertThat(outcomes()).isEmpty();
    assertThat(Sql.rowsOf(tenant.organization(), INLET, "SELECT 1 FROM attempts")).isEmpty();
  }

  @Test
  void comeNotBackWithATruthThatCameTooLate() throws JournalException {
    Receipt receipt = receipt(clock.instant().minus(Duration.ofMinutes(1)));
    journal.begin(receipt, soon());
    // The node itself looks, too, and has it locked meanwhile.
    Await.until(
        () -> {
          INLET.bean(UnfinishedDeliveries.class).giveUpInterrupted();
          return outcomes().equals(List.of("UNKNOWN"));
        });
    assertThat(eraseSome()).isEqualTo(1);

    assertThatThrownBy(() -> journal.finish(receipt.key(), succeeded(), 200, soon()))
        .isInstanceOf(JournalException.class);

    assertThat(outcomes()).isEmpty();
    assertThat(Sql.rowsOf(tenant.organization(), INLET, "SELECT 1 FROM attempts")).isEmpty();
  }

  private int eraseSome() {
    return INLET
        .bean(Database.class)
        .asEraser(
            tenant.organization(), handle -> remains.eraseSome(handle, tenant.organization()));
  }

  private List<String> outcomes() {
    return Sql.rowsOf(tenant.organization(), INLET, "SELECT outcome FROM deliveries");
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

  private Attempt succeeded() {
    Instant now = clock.instant();
    ActionResult result = ActionResult.succeeded("77", new Exchange("{}", 201, "{}"));
    return new Attempt(1, 1, null, result, AttemptTimes.NONE, now, now);
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(10));
  }
}
