package dev.inlet.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.deliveries.Backlogs;
import dev.inlet.deliveries.Claim;
import dev.inlet.deliveries.Claims;
import dev.inlet.deliveries.DeliveryId;
import dev.inlet.deliveries.DeliveryJournal;
import dev.inlet.deliveries.Execution;
import dev.inlet.deliveries.FirstDelivery;
import dev.inlet.deliveries.JournalException;
import dev.inlet.deliveries.Outcome;
import dev.inlet.deliveries.Reason;
import dev.inlet.platform.json.InvalidJsonException;
import dev.inlet.platform.json.JsonLimits;
import dev.inlet.platform.json.StrictJson;
import dev.inlet.platform.logging.Wordless;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.time.Deadline;
import dev.inlet.platform.tracing.Part;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done with a delivery between its body and its answer. */
@Singleton
class Receptions {

  private static final Logger LOG = LoggerFactory.getLogger(Receptions.class);
  private static final StrictJson JSON = new StrictJson(JsonLimits.DEFAULT);

  private static final Duration RETRY_WHEN_LESS_WAITS = Duration.ofSeconds(30);

  private static final String QUEUE_FULL =
      "Too many deliveries wait to be done; this one was not taken. Try again later.";

  private static final String KEY_REUSED =
      "The idempotency key came before, with another body; nothing was done.";

  private static final String KEY_IN_USE =
      "The first delivery with this idempotency key is still being worked on. Try again later.";

  private final IntakeConfiguration limits;
  private final RateLimits rateLimits;
  private final Arrivals arrivals;
  private final DeliveryJournal journal;
  private final Execution execution;
  private final Backlogs backlogs;
  private final QueueWorker queueWorker;
  private final Claims claims;
  private final Repeats repeats;
  private final OldUrlUses oldUrlUses;
  private final Clock clock;

  Receptions(
      IntakeConfiguration limits,
      RateLimits rateLimits,
      Arrivals arrivals,
      DeliveryJournal journal,
      Execution execution,
      Backlogs backlogs,
      QueueWorker queueWorker,
      Claims claims,
      Repeats repeats,
      OldUrlUses oldUrlUses,
      Clock clock) {
    this.limits = limits;
    this.rateLimits = rateLimits;
    this.arrivals = arrivals;
    this.journal = journal;
    this.execution = execution;
    this.backlogs = backlogs;
    this.queueWorker = queueWorker;
    this.claims = claims;
    this.repeats = repeats;
    this.oldUrlUses = oldUrlUses;
    this.clock = clock;
  }

  Reception open(DeliveryId id, OpenWebhook open, HttpRequest<?> request, Deadline deadline) {
    return new Reception(arrivals.open(id, open, request, deadline), open, request, deadline);
  }

  /** One delivery on its way. */
  final class Reception {

    private final Arrivals.Arrival arrival;
    private final OpenWebhook open;
    private final CompiledWebhook webhook;
    private final HttpRequest<?> request;
    private final Deadline deadline;

    private Reception(
        Arrivals.Arrival arrival, OpenWebhook open, HttpRequest<?> request, Deadline deadline) {
      this.arrival = arrival;
      this.open = open;
      this.webhook = open.webhook();
      this.request = request;
      this.deadline = deadline;
    }

    Answer take(Supplier<ReceivedBody> reading) throws JournalException {
      ReceivedBody body = arrival.validation().time(() -> Part.of("body", reading::get));
      arrival.brought(body);
      return switch (body) {
        case ReceivedBody.Complete _ -> verified();
        case ReceivedBody.TooLarge _ ->
            arrival.rejected(
                Reason.BODY_TOO_LARGE,
                Answer.failed(
                    413, "The body is larger than %d bytes.".formatted(limits.maxBodyBytes())));
        case ReceivedBody.TimedOut _ ->
            arrival.rejected(
                Reason.BODY_TIMED_OUT, Answer.failed(408, "The body did not arrive in time."));
        case ReceivedBody.Crowded _ -> Answer.crowded();
        case ReceivedBody.Broken _ ->
            arrival.rejected(
                Reason.BODY_INCOMPLETE,
                Answer.invalid(
                    List.of(new Violation("", "json", "The body did not arrive completely."))));
      };
    }

    /** Why it may not come from where it comes; before its body is read. */
    Optional<Refusal> refusalOfSource() {
      return open.verifier().refusalOfSource(arrival.sourceAddress());
    }

    Answer refused(Refusal refusal) throws JournalException {
      RefusedSender sender = RefusedSender.of(refusal, open.verifier());
      return isRefusalLogged()
          ? arrival.ended(sender.outcome(), sender.reason(), sender.answer(), null)
          : sender.answer();
    }

    Answer limited(Reason reason, Answer answer) throws JournalException {
      return isRefusalLogged() ? arrival.rejected(reason, answer) : answer;
    }

    private boolean hasRoom() {
      return !arrival.isQueued() || backlogs.hasRoom(webhook.organization());
    }

    /** Its body came, but is not kept: that would fill what the bound keeps free. */
    private Answer crowdedOut() throws JournalException {
      arrival.leaveOutBody();
      return limited(Reason.QUEUE_FULL, Answer.later(429, QUEUE_FULL, RETRY_WHEN_LESS_WAITS));
    }

    /** Strangers and floods must not fill the log. */
    private boolean isRefusalLogged() {
      return !journal.isBehind() && rateLimits.isRefusalLogged(webhook.organization());
    }

    /** Whoever did not prove to be the sender learns nothing of the schema and claims no key. */
    private Answer verified() throws JournalException {
      Sent sent = new Sent(arrival.bytes(), request.getHeaders()::getAll, clock.instant());
      Optional<Refusal> refusal = Part.of("verification", () -> open.verifier().refusal(sent));
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
        read =
            arrival.validation().time(() -> Part.of("parsing", () -> JSON.read(arrival.bytes())));
        arrival.readAs(read);
        violations =
            PrivateViolations.told(
                arrival
                    .validation()
                    .time(
                        () ->
                            Part.of(
                                "validation",
                                () -> webhook.schema().validate(webhook.organization(), read))),
                webhook.neverStored());
      } catch (InvalidJsonException e) {
        String message =
            "The body is not valid JSON at line %d, column %d: %s"
                .formatted(e.line(), e.column(), e.getMessage());
        Violation violation =
            PrivateViolations.told(new Violation("", "json", message), webhook.neverStored());
        return arrival.rejected(Reason.NOT_JSON, Answer.invalid(List.of(violation)));
      } catch (ProblemException e) {
        return Answer.crowded(); // too many are costly to validate
      } catch (RuntimeException | StackOverflowError e) {
        LOG.error("Delivery {} could not be validated", arrival.key().id(), new Wordless(e));
        return arrival.ended(
            Outcome.FAILED,
            Reason.INTERNAL_ERROR,
            Answer.failed(500, "Inlet could not check the delivery; nothing was done."),
            null);
      }
      try {
        String key = SentKey.read(webhook.idempotency(), request.getHeaders(), read);
        return key == null
            ? judged(read, violations)
            : judged(read, violations, claims.of(webhook, key, arrival.bytes()));
      } catch (SentKey.UnreadableException e) {
        return violations.isEmpty()
            ? arrival.rejected(Reason.KEY_UNREADABLE, Answer.invalid(List.of(e.violation())))
            : judged(read, violations);
      }
    }

    private Answer judged(JsonNode read, List<Violation> violations) throws JournalException {
      if (!violations.isEmpty()) {
        return arrival.rejected(Reason.SCHEMA_VIOLATED, Answer.invalid(violations));
      }
      if (!hasRoom()) {
        return crowdedOut();
      }
      arrival.begin();
      return begun(read);
    }

    /**
     * What came before is told what it was told then, even if its schema has changed since. The
     * claim is made first and looked into only if it is refused: nearly all are the first.
     */
    private Answer judged(JsonNode read, List<Violation> violations, Claim claim)
        throws JournalException {
      boolean hasRoom = hasRoom();
      Claim wanted = claim;
      while (true) {
        if (violations.isEmpty() && hasRoom && arrival.begin(wanted)) {
          return begun(read);
        }
        switch (repeats.find(webhook, claim, deadline.minus(Intake.RESERVE))) {
          case Repeats.Finding.First(DeliveryId other) -> {
            if (!violations.isEmpty()) {
              return arrival.rejected(Reason.SCHEMA_VIOLATED, Answer.invalid(violations));
            }
            if (!hasRoom) {
              return crowdedOut();
            }
            wanted = claim.insteadOf(other);
          }
          case Repeats.Finding.Duplicate(DeliveryId first, FirstDelivery.Told told) -> {
            Answer answer = Answer.repeated(told.statusCode(), told.body());
            return arrival.ended(Outcome.DUPLICATE, told.reason(), answer, first);
          }
          case Repeats.Finding.Different(DeliveryId first) -> {
            Answer answer = Answer.failed(422, KEY_REUSED);
            return arrival.ended(Outcome.REJECTED, Reason.KEY_REUSED, answer, first);
          }
          case Repeats.Finding.TooEarly(DeliveryId first) -> {
            Answer answer = Answer.later(409, KEY_IN_USE, Answer.RETRY_SOON);
            return arrival.ended(Outcome.REJECTED, Reason.KEY_IN_USE, answer, first);
          }
        }
      }
    }

    private Answer begun(JsonNode accepted) {
      if (arrival.isQueued()) {
        backlogs.add(webhook.organization());
        queueWorker.wake();
        return Answer.accepted();
      }
      return act(accepted);
    }

    private Answer act(JsonNode accepted) {
      return arrival.finished(
          execution.first(arrival.key(), webhook, accepted, deadline.minus(Intake.RESERVE)));
    }
  }
}
