package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.actions.ActionCall;
import dev.inlet.actions.ActionResult;
import dev.inlet.actions.ConvertedRecord;
import dev.inlet.actions.FailureReason;
import dev.inlet.actions.PreparedAction;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.time.Deadline;
import dev.inlet.testing.Definitions;
import dev.inlet.webhooks.Acknowledgement;
import dev.inlet.webhooks.CompiledWebhook;
import dev.inlet.webhooks.WebhookId;
import dev.inlet.webhooks.idempotency.Idempotency;
import dev.inlet.webhooks.mapping.Mapping;
import dev.inlet.webhooks.privacy.PrivateNames;
import dev.inlet.webhooks.queue.QueueSettings;
import dev.inlet.webhooks.schema.Schemas;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExecutionTest {

  private static final OrganizationId ORGANIZATION = new OrganizationId(UUID.randomUUID());

  private final Execution execution =
      new Execution(new AttemptMeters(new SimpleMeterRegistry()), Clock.systemUTC());

  @Test
  void callsAFailureBeforeAnythingWasSentAFailure() {
    Attempt attempt =
        run(
            () -> {
              throw new IllegalStateException("the database is away");
            });

    assertThat(attempt.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(attempt.reason()).isEqualTo(Reason.INTERNAL_ERROR);
    assertThat(attempt.result().error()).doesNotContain("database");
  }

  @Test
  void keepsEveryReasonOfAnAction() {
    for (FailureReason reason : FailureReason.values()) {
      Attempt attempt = run(() -> ActionResult.unknown(reason, "perhaps", null));

      assertThat(attempt.outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(String.valueOf(attempt.reason())).isEqualTo(reason.name());
    }
  }

  @FunctionalInterface
  private interface Doing {
    ActionResult act();
  }

  private Attempt run(Doing doing) {
    return execution.first(
        new DeliveryKey(ORGANIZATION, DeliveryId.at(Instant.now())),
        webhook(doing),
        Definitions.read(Definitions.SAMPLE_PAYLOAD),
        Deadline.in(Duration.ofSeconds(1)));
  }

  private static CompiledWebhook webhook(Doing doing) {
    PreparedAction action =
        new PreparedAction() {
          @Override
          public ConvertedRecord convert(Map<String, String> values) {
            return new ConvertedRecord(Map.of(), List.of());
          }

          @Override
          public ActionResult execute(ActionCall call) {
            return doing.act();
          }
        };
    return new CompiledWebhook(
        ORGANIZATION,
        new WebhookId(UUID.randomUUID()),
        1,
        new Schemas().checkText(Definitions.SAMPLE_SCHEMA).sound().orElseThrow(),
        new Mapping(Map.of()),
        action,
        Acknowledgement.AFTER_ACTION,
        PrivateNames.NONE,
        PrivateNames.NONE,
        Idempotency.DEFAULT,
        QueueSettings.DEFAULT,
        Duration.ofSeconds(10));
  }
}
