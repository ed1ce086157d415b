package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.actions.ActionResult;
import dev.inlet.actions.ActionResult.Exchange;
import dev.inlet.platform.time.Deadline;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import dev.inlet.webhooks.WebhookId;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
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
    journal.finish(receipt.key(), succeeded(), soon());
    JsonNode finished = delivery(receipt);

    assertThat(begun.get("outcome").asText()).isEqualTo("RECEIVED");
    assertThat(begun.get("finishedAt").isNull()).isTrue();
    assertThat(finished.get("outcome").asText()).isEqualTo("SUCCEEDED");
    assertThat(finished.get("recordId").asText()).isEqualTo("77");
    assertThat(finished.at("/attempts/0/response").asText()).isEqualTo("nul: \uFFFD");
  }

  @Test
  void keepsBytesThatAreNoTextAsTheyCame() throws JournalException {
    Receipt receipt = receipt(new byte[] {(byte) 0xff, 0, 1});

    journal.queue(receipt, soon());

    assertThat(delivery(receipt).at("/body/encoding").asText()).isEqualTo("base64");
    assertThat(delivery(receipt).at("/body/content").asText()).isEqualTo("/wAB");
  }

  @Test
  void failsAnEntryThatPostgresRefusesAloneAndWritesItsGroup() {
    Receipt twice = receipt(new byte[0]);
    List<CompletableFuture<Void>> good = new ArrayList<>();
    writer.write(new JournalEntry.Begin(twice, Outcome.RECEIVED)).join();

    CompletableFuture<Void> bad = writer.write(new JournalEntry.Begin(twice, Outcome.RECEIVED));
    for (int i = 0; i < 50; i++) {
      good.add(writer.write(new JournalEntry.Begin(receipt(new byte[] {1}), Outcome.RECEIVED)));
    }

    good.forEach(CompletableFuture::join);
    assertThatThrownBy(bad::join).hasRootCauseInstanceOf(SQLException.class);
  }

  @Test
  void letsATruthThatCameLateReplaceUnknown() throws JournalException {
    Receipt receipt = receipt(new byte[0], clock.instant().minus(Duration.ofMinutes(1)));
    journal.begin(receipt, soon());
    INLET.bean(UnfinishedDeliveries.class).giveUpInterrupted();
    String givenUp = delivery(receipt).get("outcome").asText();

    journal.finish(receipt.key(), succeeded(), soon());

    assertThat(givenUp).isEqualTo("UNKNOWN");
    assertThat(delivery(receipt).get("outcome").asText()).isEqualTo("SUCCEEDED");
  }

  @Test
  void neverOverwritesAnEndingWithAnother() throws JournalException {
    Receipt receipt = receipt(new byte[0]);
    journal.begin(receipt, soon());
    journal.finish(receipt.key(), succeeded(), soon());

    INLET.bean(UnfinishedDeliveries.class).giveUpInterrupted();
    journal.finish(receipt.key(), failed(), soon());

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

  private JsonNode delivery(Receipt receipt) {
    return Tenant.json(tenant.get("/deliveries/" + receipt.id()));
  }

  private Receipt receipt(byte[] body) {
    return receipt(body, clock.instant().plusSeconds(60));
  }

  private Receipt receipt(byte[] body, Instant deadlineAt) {
    return new Receipt(
        tenant.organization(),
        DeliveryId.at(clock.instant()),
        new WebhookId(UUID.randomUUID()),
        1,
        "192.0.2.1",
        Map.of("Content-Type", List.of("application/json")),
        body,
        false,
        deadlineAt);
  }

  private Ending succeeded() {
    Instant now = clock.instant();
    ActionResult result = ActionResult.succeeded("77", new Exchange("{}", 201, "nul: \0"));
    return new Ending(
        Outcome.SUCCEEDED,
        null,
        null,
        List.of(),
        200,
        new Ending.Attempt(1, result, now, now),
        now);
  }

  private Ending failed() {
    return new Ending(Outcome.FAILED, Reason.BUSY, "busy", List.of(), 500, null, clock.instant());
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(10));
  }
}
