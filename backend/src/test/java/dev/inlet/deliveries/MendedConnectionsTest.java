package dev.inlet.deliveries;

import dev.imissimulator.Simulator;
import dev.inlet.actions.ActionResult;
import dev.inlet.actions.FailureReason;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.time.Deadline;
import dev.inlet.testing.Await;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import dev.inlet.webhooks.WebhookId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MendedConnectionsTest {

  private static final TestInlet INLET = TestInlet.shared();
  private static final int AT_ONCE = 3;

  /** So that nobody tries what is hurried. */
  private final Instant later =
      Instant.now().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MILLIS);

  private final MendedConnections mended =
      new MendedConnections(
          INLET.pool("journal"),
          INLET.bean(Database.class),
          Clock.fixed(later, ZoneOffset.UTC),
          AT_ONCE);

  @Test
  void hurriesAllThatWaitsHoweverManyThatAre() throws JournalException {
    try (Simulator simulator = Simulator.start()) {
      Tenant tenant = Tenant.connected(INLET, simulator);
      INLET.settle(); // so that the node's own has nothing to do here
      for (int i = 0; i < 2 * AT_ONCE + 1; i++) {
        queueAgain(tenant, later.plusSeconds(60));
      }

      mended.changed("connections", tenant.organization());

      Await.until(() -> waiting(tenant).isEmpty());
    }
  }

  private List<String> waiting(Tenant tenant) {
    return Sql.rowsOf(
        tenant.organization(),
        INLET,
        "SELECT 1 FROM deliveries WHERE outcome = 'QUEUED' AND deadline_at > '%s'"
            .formatted(later));
  }

  /** As one whose attempt found no credentials that iMIS takes. */
  private static void queueAgain(Tenant tenant, Instant nextAttemptAt) throws JournalException {
    Instant now = Instant.now();
    Receipt receipt =
        new Receipt(
            tenant.organization(),
            DeliveryId.at(now),
            new WebhookId(UUID.randomUUID()),
            1,
            "192.0.2.1",
            Map.of(),
            StoredPayload.whole(new byte[] {1}),
            new long[0],
            null,
            now.plusSeconds(60));
    ActionResult refused = ActionResult.failed(FailureReason.CREDENTIALS_REFUSED, "Refused.");
    Attempt attempt = new Attempt(1, 1, null, refused, AttemptTimes.NONE, now, now);
    DeliveryJournal journal = INLET.bean(DeliveryJournal.class);
    journal.begin(receipt, soon());
    journal.finishQueued(receipt.key(), attempt, nextAttemptAt, soon());
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(10));
  }
}
