package dev.inlet.intake;

import dev.inlet.deliveries.CallerAnswer;
import dev.inlet.deliveries.DeliveryId;
import dev.inlet.deliveries.JournalException;
import dev.inlet.deliveries.Reason;
import dev.inlet.platform.time.Deadline;
import dev.inlet.webhooks.OpenWebhook;
import dev.inlet.webhooks.verification.Refusal;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A delivery's way: read, verify, validate, write down, act, write down, answer. What is answered
 * is what the journal holds.
 */
@Singleton
class Intake {

  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  /** Left for writing the outcome down and answering when the action takes all the time it has. */
  static final Duration RESERVE = Duration.ofMillis(500);

  private final IntakeConfiguration limits;
  private final RateLimits rateLimits;
  private final BodyBudget budget;
  private final Receptions receptions;

  Intake(
      IntakeConfiguration limits, RateLimits rateLimits, BodyBudget budget, Receptions receptions) {
    this.limits = limits;
    this.rateLimits = rateLimits;
    this.budget = budget;
    this.receptions = receptions;
  }

  /**
   * Handles a delivery.
   *
   * @param deadline when the caller is to have an answer, the time that finding the webhook took
   *     included
   */
  Answer receive(DeliveryId id, OpenWebhook open, HttpRequest<?> request, Deadline deadline) {
    Receptions.Reception reception = receptions.open(id, open, request, deadline);
    try (BodyBudget.Account account = budget.open()) {
      // First of all, so that strangers elsewhere use up nothing of what senders may send.
      Optional<Refusal> refusal = reception.refusalOfSource();
      if (refusal.isPresent()) {
        return reception.refused(refusal.get());
      }
      Optional<Duration> wait = rateLimits.waitFor(open.webhook());
      if (wait.isPresent()) {
        return reception.rejected(
            Reason.RATE_LIMITED,
            Answer.later(429, "This webhook takes no more deliveries for a moment.", wait.get()));
      }
      return reception.take(() -> read(request, account, deadline));
    } catch (JournalException e) {
      LOG.error("Delivery {} could not be written down", id, e);
      return Answer.later(503, CallerAnswer.NOT_TAKEN, Answer.RETRY_SOON);
    }
  }

  private ReceivedBody read(HttpRequest<?> request, BodyBudget.Account account, Deadline deadline) {
    return BodyReader.read(request, limits.maxBodyBytes(), account, deadline.minus(RESERVE));
  }
}
