package dev.inlet.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.deliveries.Attempt;
import dev.inlet.deliveries.Backlogs;
import dev.inlet.deliveries.CallerAnswer;
import dev.inlet.deliveries.Claim;
import dev.inlet.deliveries.Claims;
import dev.inlet.deliveries.DeliveryId;
import dev.inlet.deliveries.DeliveryJournal;
import dev.inlet.deliveries.DeliveryKey;
import dev.inlet.deliveries.Ending;
import dev.inlet.deliveries.Execution;
import dev.inlet.deliveries.FirstDelivery;
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
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.time.Deadline;
import dev.inlet.platform.time.Stopwatch;
import dev.inlet.webhooks.Acknowledgement;
import dev.inlet.webhooks.CompiledWebhook;
import dev.inlet.webhooks.OldUrlUses;
import dev.inlet.webhooks.OpenWebhook;
import dev.inlet.webhooks.privacy.PrivateViolations;
import dev.inlet.webhooks.schema.Violation;
import dev.inlet.webhooks.verification.Refusal;
import dev.inlet.webhooks.verification.Sent;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done with a delivery between its body and its answer. */
@Singleton
class Receptions {

  private static final Logger LOG = LoggerFactory.getLogger(Receptions.class);
  private static final StrictJson JSON = new StrictJson(JsonLimits.DEFAULT);

  /** The outcome of an action is worth waiting for, even past the deadline. */
  private static final Duration FINISH_PATIENCE = Duration.ofSeconds(3);

  private static final Duration RETRY_WHEN_LESS_WAITS = Duration.ofSeconds(30);

  private static final String QUEUE_FULL =
      "Too many deliveries wait to be done; this one was not taken. Try again later.";

  private static final String KEY_REUSED =
      "The idempotency key came before, with another body; nothing was done.";

  private static final String KEY_IN_USE =
      "The first delivery with this idempotency key is still being worked on. Try again later.";

  private final IntakeConfiguration limits;
  private final RateLimits rateLimits;
  private final DeliveryJournal journal;
  private final Execution execution;
  private final Backlogs backlogs;
  private final QueueWorker queueWorker;
  private final Claims claims;
  private final Repeats repeats;
  private final CallerAddress callerAddress;
  private final OldUrlUses oldUrlUses;
  private final Clock clock;

  Receptions(
      IntakeConfiguration limits,
      RateLimits rateLimits,
      DeliveryJournal journal,
      Execution execution,
      Backlogs backlogs,
      QueueWorker queueWorker,
      Claims claims,
      Repeats repeats,
      CallerAddress callerAddress,
      OldUrlUses oldUrlUses,
      Clock clock) {
    this.limits = limits;
    this.rateLimits = rateLimits;
    this.journal = journal;
    this.execution = execution;
    this.backlogs = backlogs;
    this.queueWorker = queueWorker;
    this.claims = claims;
    this.repeats = repeats;
    this.callerAddress = callerAddress;
    this.oldUrlUses = oldUrlUses;
    this.clock = clock;
  }

  Reception open(DeliveryId id, OpenWebhook open, HttpRequest<?> request, Deadline deadline) {
    return new Reception(id, open, request, deadline);
  }

  /** One delivery on its way. */
  final class Reception {

    private final DeliveryId id;
    private final OpenWebhook open;
    private final CompiledWebhook webhook;
    private final HttpRequest<?> request;
    private final Deadline deadline;
    private final Stopwatch validation = new Stopwatch();
    private byte[] bytes = new byte[0];
    private boolean isPartial;
    private @Nullable JsonNode payload;

    Reception(DeliveryId id, OpenWebhook open, HttpRequest<?> request, Deadline deadline) {
      this.id = id;
      this.open = open;
      this.webhook = open.webhook();
      this.request = request;
      this.deadline = deadline;
    }

    Answer take(Supplier<ReceivedBody> reading) throws JournalException {
      ReceivedBody body = validation.time(reading::get);
      bytes = body.bytes();
      isPartial = !(body instanceof ReceivedBody.Complete);
      return switch (body) {
        case ReceivedBody.Complete _ -> verified();
        case ReceivedBody.TooLarge _ ->
            rejected(
                Reason.BODY_TOO_LARGE,
                Answer.failed(
                    413, "The body is larger than %d bytes.".formatted(limits.maxBodyBytes())));
        case ReceivedBody.TimedOut _ ->
            rejected(Reason.BODY_TIMED_OUT, Answer.failed(408, "The body did not arrive in time."));
        case ReceivedBody.Crowded _ -> Answer.crowded();
        case ReceivedBody.Broken _ ->
            rejected(
                Reason.BODY_INCOMPLETE,
                Answer.invalid(
                    List.of(new Violation("", "json", "The body did not arrive completely."))));
      };
    }

    /** Why it may not come from where it comes; before its body is read. */
    Optional<Refusal> refusalOfSource() {
      return open.verifier().refusalOfSource(callerAddress.of(request));
    }

    Answer refused(Refusal refusal) throws JournalException {
      RefusedSender sender = RefusedSender.of(refusal, open.verifier());
      return isRefusalLogged()
          ? ended(sender.outcome(), sender.reason(), sender.answer(), null)
          : sender.answer();
    }

    Answer limited(Reason reason, Answer answer) throws JournalException {
      return isRefusalLogged() ? rejected(reason, answer) : answer;
    }

    /** Strangers and floods must not fill the log. */
    private boolean isRefusalLogged() {
      return !journal.isBehind() && rateLimits.isRefusalLogged(webhook.organization());
    }

    /** Whoever did not prove to be the sender learns nothing of the schema and claims no key. */
    private Answer verified() throws JournalException {
      Sent sent = new Sent(bytes, request.getHeaders()::getAll, clock.instant());
      Optional<Refusal> refusal = open.verifier().refusal(sent);
      if (refusal.isPresent()) {
        return refused(refusal.get());
      }
      oldUrlUses.note(open);
      return handle();
    }

    private Answer handle() throws JournalException {
      JsonNode read;
      List<Violation> violations;
      try {
        read = validation.time(() -> JSON.read(bytes));
        payload = read;
        violations =
            PrivateViolations.told(
                validation.time(() -> webhook.schema().validate(webhook.organization(), read)),
                webhook.neverStored());
      } catch (InvalidJsonException e) {
        String message =
            "The body is not valid JSON at line %d, column %d: %s"
                .formatted(e.line(), e.column(), e.getMessage());
        Violation violation =
            PrivateViolations.told(new Violation("", "json", message), webhook.neverStored());
        return rejected(Reason.NOT_JSON, Answer.invalid(List.of(violation)));
      } catch (ProblemException e) {
        return Answer.crowded(); // too many are costly to validate
      } catch (RuntimeException | StackOverflowError e) {
        LOG.error("Delivery {} could not be validated", id, new Wordless(e));
        return ended(
            Outcome.FAILED,
            Reason.INTERNAL_ERROR,
            Answer.failed(500, "Inlet could not check the delivery; nothing was done."),
            null);
      }
      if (violations.isEmpty() && isAcknowledged() && !backlogs.takes(webhook.organization())) {
        return limited(Reason.QUEUE_FULL, Answer.later(429, QUEUE_FULL, RETRY_WHEN_LESS_WAITS));
      }
      try {
        String key = SentKey.read(webhook.idempotency(), request.getHeaders(), read);
        return key == null
            ? judged(read, violations)
            : judged(read, violations, claims.of(webhook, key, bytes));
      } catch (SentKey.UnreadableException e) {
        return violations.isEmpty()
            ? rejected(Reason.KEY_UNREADABLE, Answer.invalid(List.of(e.violation())))
            : judged(read, violations);
      }
    }

    private Answer judged(JsonNode read, List<Violation> violations) throws JournalException {
      if (!violations.isEmpty()) {
        return rejected(Reason.SCHEMA_VIOLATED, Answer.invalid(violations));
      }
      if (isAcknowledged()) {
        journal.queue(receipt(clock.instant()), webhook.queue(), beginBy());
        return accepted();
      }
      journal.begin(receipt(endBy()), beginBy());
      return act(read);
    }

    /**
     * What came before is told what it was told then, even if its schema has changed since. The
     * claim is made first and looked into only if it is refused: nearly all are the first.
     */
    private Answer judged(JsonNode read, List<Violation> violations, Claim claim)
        throws JournalException {
      Claim wanted = claim;
      while (true) {
        if (violations.isEmpty() && begin(wanted)) {
          return isAcknowledged() ? accepted() : act(read);
        }
        switch (repeats.find(webhook, claim, deadline.minus(Intake.RESERVE))) {
          case Repeats.Finding.First(DeliveryId other) -> {
            if (!violations.isEmpty()) {
              return rejected(Reason.SCHEMA_VIOLATED, Answer.invalid(violations));
            }
            wanted = claim.insteadOf(other);
          }
          case Repeats.Finding.Duplicate(DeliveryId first, FirstDelivery.Told told) -> {
            Answer answer = Answer.repeated(told.statusCode(), told.body());
            return ended(Outcome.DUPLICATE, told.reason(), answer, first);
          }
          case Repeats.Finding.Different(DeliveryId first) -> {
            Answer answer = Answer.failed(422, KEY_REUSED);
            return ended(Outcome.REJECTED, Reason.KEY_REUSED, answer, first);
          }
          case Repeats.Finding.TooEarly(DeliveryId first) -> {
            Answer answer = Answer.later(409, KEY_IN_USE, Answer.RETRY_SOON);
            return ended(Outcome.REJECTED, Reason.KEY_IN_USE, answer, first);
          }
        }
      }
    }

    private Answer accepted() {
      queueWorker.wake();
      return Answer.accepted();
    }

    private boolean isAcknowledged() {
      return webhook.acknowledgement() == Acknowledgement.ON_RECEIPT;
    }

    private boolean begin(Claim claim) throws JournalException {
      return isAcknowledged()
          ? journal.queue(receipt(clock.instant()), webhook.queue(), claim, beginBy())
          : journal.begin(receipt(endBy()), claim, beginBy());
    }

    private Answer act(JsonNode accepted) throws JournalException {
      return finish(execution.first(key(), webhook, accepted, deadline.minus(Intake.RESERVE)));
    }

    private Instant endBy() {
      return clock.instant().plus(deadline.remaining());
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
      return ended(Outcome.REJECTED, reason, answer, null);
    }

    private Answer ended(
        Outcome outcome, @Nullable Reason reason, Answer answer, @Nullable DeliveryId first)
        throws JournalException {
      List<Violation> violations =
          Optional.ofNullable(answer.body().validationErrors()).orElse(List.of());
      Ending ending =
          new Ending(
              outcome,
              reason,
              answer.body().error(),
              violations,
              answer.status(),
              clock.instant(),
              first);
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
          StoredHeaders.of(
              request.getHeaders().asMap(), stored.isAsItCame(), open.verifier()::isSecret),
          stored,
          stored.terms(webhook, payload),
          isPartial ? null : validation.total(),
          deadlineAt);
    }
  }
}
