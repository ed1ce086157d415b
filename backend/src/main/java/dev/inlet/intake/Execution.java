package dev.inlet.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.actions.ActionResult;
import dev.inlet.actions.FailureReason;
import dev.inlet.deliveries.DeliveryKey;
import dev.inlet.deliveries.Ending;
import dev.inlet.deliveries.Outcome;
import dev.inlet.deliveries.Reason;
import dev.inlet.platform.time.Deadline;
import dev.inlet.webhooks.CompiledWebhook;
import dev.inlet.webhooks.mapping.RenderingTooLongException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a webhook's action for one delivery; whatever happens, there is an ending. */
@Singleton
class Execution {

  private static final Logger LOG = LoggerFactory.getLogger(Execution.class);

  private final Clock clock;

  Execution(Clock clock) {
    this.clock = clock;
  }

  /**
   * Maps a valid payload and executes the action.
   *
   * @param answered what a waiting caller is answered; null if nobody waits
   */
  Ending run(
      DeliveryKey delivery,
      CompiledWebhook webhook,
      JsonNode payload,
      Deadline deadline,
      @Nullable Answered answered) {
    Instant startedAt = clock.instant();
    ActionResult result = execute(delivery, webhook, payload, deadline);
    Instant finishedAt = clock.instant();
    Ending.Attempt attempt = new Ending.Attempt(1, result, startedAt, finishedAt);
    Outcome outcome = outcome(result);
    Integer status = answered == null ? null : answered.status(outcome);
    Reason reason = result.reason() == null ? null : Reason.of(result.reason());
    return new Ending(outcome, reason, result.error(), List.of(), status, attempt, finishedAt);
  }

  /** What a waiting caller is answered by outcome. */
  @FunctionalInterface
  interface Answered {
    int status(Outcome outcome);
  }

  private static ActionResult execute(
      DeliveryKey delivery, CompiledWebhook webhook, JsonNode payload, Deadline deadline) {
    try {
      return webhook.action().execute(webhook.mapping().render(payload), deadline);
    } catch (RenderingTooLongException e) {
      return ActionResult.failed(FailureReason.MAPPING_FAILED, e.sentence());
    } catch (RuntimeException e) {
      LOG.error("The action of delivery {} could not be executed", delivery.id(), e);
      return ActionResult.failed(
          FailureReason.INTERNAL_ERROR, "Inlet could not prepare the record; nothing was sent.");
    }
  }

  private static Outcome outcome(ActionResult result) {
    return switch (result.outcome()) {
      case SUCCEEDED -> Outcome.SUCCEEDED;
      case FAILED -> Outcome.FAILED;
      case UNKNOWN -> Outcome.UNKNOWN;
    };
  }
}
