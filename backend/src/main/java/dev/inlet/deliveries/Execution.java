package dev.inlet.deliveries;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.actions.ActionCall;
import dev.inlet.actions.ActionResult;
import dev.inlet.actions.FailureReason;
import dev.inlet.actions.Search;
import dev.inlet.actions.TimeSpent;
import dev.inlet.platform.logging.Wordless;
import dev.inlet.platform.time.Deadline;
import dev.inlet.platform.tracing.Part;
import dev.inlet.webhooks.CompiledWebhook;
import dev.inlet.webhooks.mapping.RenderingTooLongException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries a webhook's action for one delivery; whatever happens, there is an attempt to tell of. */
@Singleton
public class Execution {

  private static final Logger LOG = LoggerFactory.getLogger(Execution.class);

  private final AttemptMeters meters;
  private final Clock clock;

  Execution(AttemptMeters meters, Clock clock) {
    this.meters = meters;
    this.clock = clock;
  }

  /** The first try of a delivery, which nobody asked for but its sender. */
  public Attempt first(
      DeliveryKey delivery, CompiledWebhook webhook, JsonNode payload, Deadline deadline) {
    return own(delivery, webhook, payload, deadline, 1);
  }

  /** A try of a delivery that no person asked for. */
  public Attempt own(
      DeliveryKey delivery,
      CompiledWebhook webhook,
      JsonNode payload,
      Deadline deadline,
      int number) {
    return run(delivery, webhook, payload, deadline, number, null, start());
  }

  /** A try of a delivery whose payload or webhook could not be had: nothing was sent. */
  public Attempt failed(int number, int version, ActionResult result, Instant startedAt) {
    return new Attempt(
        number, version, null, result, AttemptTimes.NONE, startedAt, clock.instant());
  }

  /** When an attempt began, and what its time goes to. */
  private record Start(Instant at, TimeSpent spent) {}

  private Start start() {
    return new Start(clock.instant(), TimeSpent.none());
  }

  /**
   * Maps a valid payload and executes the action, once. What is told of it tells nothing that is
   * never stored.
   *
   * @param number counts from 1 within the delivery
   * @param startedBy who asked for another try; null for the delivery's own
   */
  private Attempt run(
      DeliveryKey delivery,
      CompiledWebhook webhook,
      JsonNode payload,
      Deadline deadline,
      int number,
      @Nullable String startedBy,
      Start start) {
    ActionResult result =
        PrivateResults.storable(
            execute(delivery, webhook, payload, deadline, start.spent()), webhook, payload);
    return ended(number, webhook, startedBy, result, start);
  }

  private Attempt ended(
      int number,
      CompiledWebhook webhook,
      @Nullable String startedBy,
      ActionResult result,
      Start start) {
    Attempt attempt =
        new Attempt(
            number,
            webhook.version(),
            startedBy,
            result,
            AttemptTimes.of(start.spent()),
            start.at(),
            clock.instant());
    meters.ended(attempt);
    return attempt;
  }

  /**
   * Another try, unless one before turns out to have written the record after all.
   *
   * @param searchable the versions that may have written it
   * @param isConfirmed whether it may be written where nobody can tell
   */
  Attempt again(
      DeliveryKey delivery,
      CompiledWebhook webhook,
      List<CompiledWebhook> searchable,
      boolean isConfirmed,
      JsonNode payload,
      Deadline deadline,
      int number,
      String startedBy) {
    Start start = start();
    for (CompiledWebhook earlier : searchable) {
      Optional<ActionResult> known =
          known(search(delivery, earlier, payload, deadline, start.spent()), isConfirmed);
      if (known.isPresent()) {
        return ended(number, earlier, startedBy, known.get(), start);
      }
    }
    return run(delivery, webhook, payload, deadline, number, startedBy, start);
  }

  private static Search search(
      DeliveryKey delivery,
      CompiledWebhook webhook,
      JsonNode payload,
      Deadline deadline,
      TimeSpent spent) {
    try {
      return Part.of(
          "search", () -> webhook.action().find(call(delivery, webhook, payload, deadline, spent)));
    } catch (RenderingTooLongException e) {
      return new Search.Failed(FailureReason.MAPPING_FAILED, e.sentence());
    } catch (RuntimeException e) {
      LOG.error(
          "The record of delivery {} could not be looked for", delivery.id(), new Wordless(e));
      return new Search.Failed(
          FailureReason.INTERNAL_ERROR, "Inlet could not look for the record; nothing was sent.");
    }
  }

  /** What a search settles; empty if the record is not there. */
  private static Optional<ActionResult> known(Search search, boolean isConfirmed) {
    return switch (search) {
      case Search.Found(String recordId) ->
          Optional.of(
              new ActionResult(ActionResult.Outcome.SUCCEEDED, null, null, recordId, null, null));
      case Search.Failed(FailureReason reason, String error) ->
          isConfirmed ? Optional.empty() : Optional.of(ActionResult.failed(reason, error));
      case Search.Absent() -> Optional.empty();
    };
  }

  private static ActionCall call(
      DeliveryKey delivery,
      CompiledWebhook webhook,
      JsonNode payload,
      Deadline deadline,
      TimeSpent spent) {
    return new ActionCall(
        webhook.mapping().render(payload), delivery.id().toString(), deadline, spent);
  }

  private static ActionResult execute(
      DeliveryKey delivery,
      CompiledWebhook webhook,
      JsonNode payload,
      Deadline deadline,
      TimeSpent spent) {
    try {
      return Part.of(
          "action",
          () -> {
            ActionResult result =
                webhook.action().execute(call(delivery, webhook, payload, deadline, spent));
            Part.note("inlet.outcome", result.outcome().name());
            return result;
          });
    } catch (RenderingTooLongException e) {
      return ActionResult.failed(FailureReason.MAPPING_FAILED, e.sentence());
    } catch (RuntimeException e) {
      LOG.error("The action of delivery {} could not be executed", delivery.id(), new Wordless(e));
      return ActionResult.notPrepared();
    }
  }
}
