package dev.inlet.intake;

import dev.inlet.deliveries.CallerAnswer;
import dev.inlet.deliveries.DeliveryId;
import dev.inlet.deliveries.DeliveryJournal;
import dev.inlet.deliveries.JournalException;
import dev.inlet.deliveries.Reason;
import dev.inlet.platform.logging.LogFields;
import dev.inlet.platform.sharing.Shares;
import dev.inlet.platform.time.Deadline;
import dev.inlet.platform.tracing.Part;
import dev.inlet.platform.tracing.Traces;
import dev.inlet.webhooks.CompiledWebhook;
import dev.inlet.webhooks.OpenWebhook;
import dev.inlet.webhooks.verification.Refusal;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A delivery's way: read, verify, validate, write down, act, write down, answer. What is answered
 * is what the journal holds.
 */
@Context // so that a node counts from its first moment on
@Requires(missingProperty = "inlet.is-command") // which counts nothing
class Intake {

  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  /** Left for writing the outcome down and answering when the action takes all the time it has. */
  static final Duration RESERVE = Duration.ofMillis(500);

  private static final String TOO_MANY = "This webhook takes no more deliveries for a moment.";

  private final IntakeConfiguration limits;
  private final RateLimits rateLimits;
  private final BodyBudget budget;
  private final DeliveryJournal journal;
  private final Receptions receptions;
  private final IntakeMeters meters;
  private final Traces traces;
  private final Shares places;

  Intake(
      IntakeConfiguration limits,
      RateLimits rateLimits,
      BodyBudget budget,
      DeliveryJournal journal,
      Receptions receptions,
      IntakeMeters meters,
      Traces traces) {
    this.limits = limits;
    this.rateLimits = rateLimits;
    this.budget = budget;
    this.journal = journal;
    this.receptions = receptions;
    this.meters = meters;
    this.traces = traces;
    this.places = new Shares(limits.concurrentDeliveriesMax());
    meters.share("inlet.intake.places", "Deliveries that the node works on", places);
    meters.share("inlet.intake.body.bytes", "Bytes of bodies that the node holds", budget.bytes());
  }

  /**
   * Handles a delivery.
   *
   * @param deadline when the caller is to have an answer, the time that finding the webhook took
   *     included
   */
  Answer receive(DeliveryId id, OpenWebhook open, HttpRequest<?> request, Deadline deadline) {
    CompiledWebhook webhook = open.webhook();
    LogFields.organization(webhook.organization().value());
    return traces.of(
        "delivery",
        id.value(),
        webhook.organization(),
        webhook.id().value(),
        () -> {
          Answer answer = received(id, open, request, deadline);
          Part.note("http.response.status_code", answer.status());
          return answer;
        });
  }

  private Answer received(
      DeliveryId id, OpenWebhook open, HttpRequest<?> request, Deadline deadline) {
    Receptions.Reception reception = receptions.open(id, open, request, deadline);
    try {
      // First of all, so that strangers elsewhere use up nothing of what senders may send.
      Optional<Refusal> refusal = reception.refusalOfSource();
      return refusal.isPresent()
          ? reception.refused(refusal.get())
          : receive(open.webhook(), reception, request, deadline);
    } catch (JournalException e) {
      LOG.error("Delivery {} could not be written down", id, e);
      if (!e.isInDoubt()) {
        return Answer.later(503, CallerAnswer.NOT_TAKEN, Answer.RETRY_SOON);
      }
      meters.unrecorded();
      return Answer.failed(500, CallerAnswer.NOT_CONFIRMED);
    }
  }

  private Answer receive(
      CompiledWebhook webhook,
      Receptions.Reception reception,
      HttpRequest<?> request,
      Deadline deadline)
      throws JournalException {
    Quota quota = rateLimits.take(webhook.organization(), webhook.id());
    Answer answer =
        quota.isUsedUp() ? limited(reception, quota) : admit(webhook, reception, request, deadline);
    return answer.under(quota);
  }

  private Answer limited(Receptions.Reception reception, Quota quota) throws JournalException {
    Answer answer = Answer.later(429, TOO_MANY, quota.retryAfter());
    return reception.limited(Reason.RATE_LIMITED, answer);
  }

  /** Whoever cannot be served in time is told before they sent a body. */
  private Answer admit(
      CompiledWebhook webhook,
      Receptions.Reception reception,
      HttpRequest<?> request,
      Deadline deadline)
      throws JournalException {
    if (journal.isBehind()) {
      return Answer.later(503, CallerAnswer.NOT_TAKEN, Answer.RETRY_SOON);
    }
    if (!places.take(webhook.organization(), 1)) {
      return Answer.crowded();
    }
    try (BodyBudget.Account account = budget.open(webhook.organization())) {
      return reception.take(() -> read(request, account, deadline));
    } finally {
      places.giveBack(webhook.organization(), 1);
    }
  }

  private ReceivedBody read(HttpRequest<?> request, BodyBudget.Account account, Deadline deadline) {
    return BodyReader.read(
        request, limits.maxBodyBytes(), account, deadline.minus(RESERVE).atMost(limits.bodyTime()));
  }
}
