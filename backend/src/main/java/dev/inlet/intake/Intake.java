package dev.inlet.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.deliveries.Attempt;
import dev.inlet.deliveries.CallerAnswer;
import dev.inlet.deliveries.DeliveryId;
import dev.inlet.deliveries.DeliveryJournal;
import dev.inlet.deliveries.DeliveryKey;
import dev.inlet.deliveries.Ending;
import dev.inlet.deliveries.Execution;
import dev.inlet.deliveries.JournalException;
import dev.inlet.deliveries.Outcome;
import dev.inlet.deliveries.Reason;
import dev.inlet.deliveries.Receipt;
import dev.inlet.deliveries.StoredHeaders;
import dev.inlet.deliveries.StoredPayload;
import dev.inlet.platform.http.CallerAddress;
import dev.inlet.platform.json.InvalidJsonException;
import dev.inlet.platform.json.JsonLimits;
import dev.inlet.platform.json.StrictJson;
import dev.inlet.platform.logging.Wordless;
import dev.inlet.platform.time.Deadline;
import dev.inlet.platform.time.Stopwatch;
import dev.inlet.webhooks.Acknowledgement;
import dev.inlet.webhooks.CompiledWebhook;
import dev.inlet.webhooks.privacy.PrivateViolations;
import dev.inlet.webhooks.schema.Violation;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A delivery's way: read, validate, write down, act, write down, answer. What is answered is what
 * the journal holds.
 */
@Singleton
class Intake {

  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
  private static final StrictJson JSON = new StrictJson(JsonLimits.DEFAULT);

  /** Left for writing the outcome down and answering when the action takes all the time it has. */
  private static final Duration RESERVE = Duration.ofMillis(500);

  /** The outcome of an action is worth waiting for, even past the deadline. */
  private static final Duration FINISH_PATIENCE = Duration.ofSeconds(3);

  private static final Duration RETRY_SOON = Duration.ofSeconds(5);

  private final IntakeConfiguration limits;
  private final RateLimits rateLimits;
  private final BodyBudget budget;
  private final DeliveryJournal journal;
  private final Execution execution;
  private final CallerAddress callerAddress;
  private final Clock clock;

  Intake(
      IntakeConfiguration limits,
      RateLimits rateLimits,
      BodyBudget budget,
      DeliveryJournal journal,
      Execution execution,
      CallerAddress callerAddress,
      Clock clock) {
    this.limits = limits;
    this.rateLimits = rateLimits;
    this.budget = budget;
    this.journal = journal;
    this.execution = execution;
    this.callerAddress = callerAddress;
    this.clock = clock;
  }

  /**
   * Handles a delivery.
   *
   * @param deadline when the caller is to have an answer, the time that finding the webhook took
   *     included
   */
  Answer receive(
      DeliveryId id, CompiledWebhook webhook, HttpRequest<?> request, Deadline deadline) {
    Optional<Duration> wait = rateLimits.waitFor(webhook);
    Reception reception = new Reception(id, webhook, request, deadline);
    try (BodyBudget.Account account = budget.open()) {
      if (wait.isPresent()) {
        return reception.rejected(
            Reason.RATE_LIMITED,
            Answer.later(429, "This webhook takes no more deliveries for a moment.", wait.get()));
      }
      return reception.take(reception.validation.time(() -> read(request, account, deadline)));
    } catch (JournalException e) {
      LOG.error("Delivery {} could not be written down", id, e);
      return Answer.later(503, CallerAnswer.NOT_TAKEN, RETRY_SOON);
    }
  }

  private ReceivedBody read(HttpRequest<?> request, BodyBudget.Account account, Deadline deadline) {
    return BodyReader.read(request, limits.maxBodyBytes(), account, deadline.minus(RESERVE));
  }

  /** One delivery on its way. */
  private final class Reception {

    private final DeliveryId id;
    private final CompiledWebhook webhook;
    private final HttpRequest<?> request;
    private final Deadline deadline;
    private final Stopwatch validation = new Stopwatch();
    private byte[] bytes = new byte[0];
    private boolean isPartial;
    private @Nullable JsonNode payload;

    Reception(DeliveryId id, CompiledWebhook webhook, HttpRequest<?> request, Deadline deadline) {
      this.id = id;
      this.webhook = webhook;
      this.request = request;
      this.deadline = deadline;
    }

    Answer take(ReceivedBody body) throws JournalException {
      bytes = body.bytes();
      isPartial = !(body instanceof ReceivedBody.Complete);
      return switch (body) {
        case ReceivedBody.Complete _ -> handle();
        case ReceivedBody.TooLarge _ ->
            rejected(
                Reason.BODY_TOO_LARGE,
                Answer.failed(
                    413, "The body is larger than %d bytes.".formatted(limits.maxBodyBytes())));
        case ReceivedBody.TimedOut _ ->
            rejected(Reason.BODY_TIMED_OUT, Answer.failed(408, "The body did not arrive in time."));
        case ReceivedBody.Crowded _ ->
            Answer.later(
                503, "Inlet is at its limit; nothing was done. Try again later.", RETRY_SOON);
        case ReceivedBody.Broken _ ->
            rejected(
                Reason.BODY_INCOMPLETE,
                Answer.invalid(
                    List.of(new Violation("", "json", "The body did not arrive completely."))));
      };
    }

    private Answer handle() throws JournalException {
      JsonNode read;
      List<Violation> violations;
      try {
        read = validation.time(() -> JSON.read(bytes));
        payload = read;
        violations =
            PrivateViolations.told(
                validation.time(() -> webhook.schema().validate(read)), webhook.neverStored());
      } catch (InvalidJsonException e) {
        String message =
            "The body is not valid JSON at line %d, column %d: %s"
                .formatted(e.line(), e.column(), e.getMessage());
        Violation violation =
            PrivateViolations.told(new Violation("", "json", message), webhook.neverStored());
        return rejected(Reason.NOT_JSON, Answer.invalid(List.of(violation)));
      } catch (RuntimeException | StackOverflowError e) {
        LOG.error("Delivery {} could not be validated", id, new Wordless(e));
        return ended(
            Outcome.FAILED,
            Reason.INTERNAL_ERROR,
            Answer.failed(500, "Inlet could not check the delivery; nothing was done."));
      }
      return violations.isEmpty()
          ? act(read)
          : rejected(Reason.SCHEMA_VIOLATED, Answer.invalid(violations));
    }

    private Answer act(JsonNode accepted) throws JournalException {
      if (webhook.acknowledgement() == Acknowledgement.ON_RECEIPT) {
        journal.queue(receipt(clock.instant()), beginBy());
        return Answer.accepted();
      }
      journal.begin(receipt(clock.instant().plus(deadline.remaining())), beginBy());
      Attempt attempt = execution.first(key(), webhook, accepted, deadline.minus(RESERVE));
      return finish(attempt);
    }

    private Answer finish(Attempt attempt) {
      Answer answer =
          attempt.outcome() == Outcome.SUCCEEDED
              ? Answer.done()
              : Answer.failed(500, String.valueOf(attempt.result().error()));
      try {
        journal.finish(key(), attempt, answer.status(), Deadline.in(FINISH_PATIENCE));
      } catch (JournalException e) {
        LOG.error(
            "The outcome {} of delivery {} could not be written down", attempt.outcome(), id, e);
        return Answer.failed(500, CallerAnswer.NOT_RECORDED);
      }
      return answer;
    }

    Answer rejected(Reason reason, Answer answer) throws JournalException {
      return ended(Outcome.REJECTED, reason, answer);
    }

    private Answer ended(Outcome outcome, Reason reason, Answer answer) throws JournalException {
      List<Violation> violations =
          Optional.ofNullable(answer.body().validationErrors()).orElse(List.of());
      Ending ending =
          new Ending(
              outcome, reason, answer.body().error(), violations, answer.status(), clock.instant());
      journal.reject(receipt(clock.instant()), ending, Deadline.in(FINISH_PATIENCE));
      return answer;
    }

    private DeliveryKey key() {
      return new DeliveryKey(webhook.organization(), id);
    }

    /**
     * The journal gets half of what is left, so that a slow one is noticed while there is time to
     * say so.
     */
    private Deadline beginBy() {
      return Deadline.in(deadline.remaining().dividedBy(2));
    }

    private Receipt receipt(Instant deadlineAt) {
      StoredPayload stored = StoredPayload.of(bytes, isPartial, webhook.neverStored());
      return new Receipt(
          webhook.organization(),
          id,
          webhook.id(),
          webhook.version(),
          callerAddress.of(request),
          StoredHeaders.of(request.getHeaders().asMap(), stored.isAsItCame()),
          stored,
          stored.terms(webhook, payload),
          isPartial ? null : validation.total(),
          deadlineAt);
    }
  }
}
