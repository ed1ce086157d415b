package dev.inlet.intake;

import dev.inlet.actions.ActionResult;
import dev.inlet.actions.FailureReason;
import dev.inlet.deliveries.Attempt;
import dev.inlet.deliveries.DeliveryJournal;
import dev.inlet.deliveries.DeliveryMeters;
import dev.inlet.deliveries.DeliveryRepository;
import dev.inlet.deliveries.Execution;
import dev.inlet.deliveries.JournalException;
import dev.inlet.deliveries.QueuedDeliveries;
import dev.inlet.deliveries.QueuedDeliveries.Claimed;
import dev.inlet.deliveries.QueuedDeliveries.Places;
import dev.inlet.deliveries.Retries;
import dev.inlet.platform.database.ClaimedWork;
import dev.inlet.platform.database.ClaimedWorks;
import dev.inlet.platform.json.InvalidJsonException;
import dev.inlet.platform.json.JsonLimits;
import dev.inlet.platform.json.StrictJson;
import dev.inlet.platform.logging.LogFields;
import dev.inlet.platform.logging.Wordless;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.time.Deadline;
import dev.inlet.platform.tracing.Part;
import dev.inlet.platform.tracing.Traces;
import dev.inlet.webhooks.CompiledWebhook;
import dev.inlet.webhooks.WebhookCatalog;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Executes the actions of deliveries that were acknowledged on receipt. The journal is the queue: a
 * delivery is claimed by one node for one attempt, and goes back if that failed for a reason that
 * can pass. If the node dies meanwhile, it becomes UNKNOWN rather than being done twice.
 */
@Singleton
@Requires(missingProperty = "inlet.is-command") // which is gone before a delivery is done
class QueueWorker {

  private static final Logger LOG = LoggerFactory.getLogger(QueueWorker.class);
  private static final StrictJson JSON = new StrictJson(JsonLimits.DEFAULT);
  private static final int CONCURRENT_MAX = 64;
  private static final int LINES_MAX = 32;
  private static final Duration LIFE = Duration.ofSeconds(40);
  private static final Duration FINISH_PATIENCE = Duration.ofSeconds(5);

  private static final ActionResult DELETED =
      ActionResult.failed(
          FailureReason.INTERNAL_ERROR, "The webhook was deleted; nothing was sent.");
  private static final ActionResult BROKEN =
      ActionResult.failed(
          FailureReason.INTERNAL_ERROR,
          "This version of the webhook does not work any more; nothing was sent.");

  private final DeliveryRepository deliveries;
  private final DeliveryJournal journal;
  private final WebhookCatalog catalog;
  private final Execution execution;
  private final Clock clock;
  private final Retries retries;
  private final DeliveryMeters ends;
  private final Traces traces;
  private final ClaimedWork<Claimed> inAnyOrder;
  private final ClaimedWork<Claimed> inOrder;
  private final Pace pace = new Pace(System::nanoTime);

  QueueWorker(
      QueuedDeliveries queued,
      DeliveryRepository deliveries,
      DeliveryJournal journal,
      WebhookCatalog catalog,
      Execution execution,
      Retries retries,
      ClaimedWorks works,
      DeliveryMeters ends,
      Traces traces,
      Clock clock) {
    this.ends = ends;
    this.traces = traces;
    this.deliveries = deliveries;
    this.journal = journal;
    this.catalog = catalog;
    this.execution = execution;
    this.retries = retries;
    this.clock = clock;
    this.inAnyOrder = shared(works, "Queued deliveries", CONCURRENT_MAX, queued::claim);
    this.inOrder = shared(works, "Deliveries queued in order", LINES_MAX, queued::claimInOrder);
  }

  /** Work whose places organizations share: however many wait of one, it makes no other wait. */
  private ClaimedWork<Claimed> shared(
      ClaimedWorks works, String what, int placesMax, ClaimOfQueued claim) {
    HeldPlaces held = new HeldPlaces(placesMax);
    return works.of(
        what,
        placesMax,
        max -> {
          List<Claimed> claimed = claim.claim(max, held.now(), LIFE);
          held.take(claimed);
          return claimed;
        },
        delivery -> {
          try {
            handle(delivery);
          } finally {
            held.giveBack(delivery.key().organization());
            if (held.wereTooFew()) {
              wake();
            }
          }
        });
  }

  private interface ClaimOfQueued {
    List<Claimed> claim(int max, Places places, Duration life);
  }

  /** Something may be due that need not wait until this node looks by itself. */
  void wake() {
    pace.want();
  }

  @Scheduled(fixedDelay = "100ms", initialDelay = "1s")
  void workIfTime() {
    pace.lookIfTime(this::work);
  }

  /** Of a line only the first can be claimed: once it has ended, the next one need not wait. */
  private void work() {
    inAnyOrder.begin();
    inOrder.beginAndGoOn();
  }

  private void handle(Claimed delivery) {
    UUID id = delivery.key().id().value();
    OrganizationId organization = delivery.key().organization();
    try (LogFields _ = LogFields.ofDelivery(id, organization.value())) {
      traces.step(
          "queued attempt", id, organization, delivery.webhook().value(), () -> tryOnce(delivery));
    }
  }

  private void tryOnce(Claimed delivery) {
    Attempt attempt = tried(delivery, clock.instant());
    boolean isInVain = isOf(attempt, DELETED) || isOf(attempt, BROKEN);
    end(
        delivery,
        attempt,
        isInVain ? Optional.empty() : retries.next(attempt, delivery.retryUntil()));
  }

  private static boolean isOf(Attempt attempt, ActionResult result) {
    return attempt.result().equals(result);
  }

  private Attempt tried(Claimed delivery, Instant startedAt) {
    OrganizationId organization = delivery.key().organization();
    try {
      Optional<CompiledWebhook> webhook =
          catalog.findVersionInUse(organization, delivery.webhook(), delivery.version());
      if (webhook.isPresent()) {
        return tried(delivery, webhook.get());
      }
      boolean isThere = catalog.isThere(organization, delivery.webhook());
      return failed(delivery, startedAt, isThere ? BROKEN : DELETED);
    } catch (InvalidJsonException | RuntimeException e) {
      LOG.error("Queued delivery {} could not be executed", delivery.key().id(), new Wordless(e));
      return failed(delivery, startedAt, ActionResult.notPrepared());
    }
  }

  private Attempt tried(Claimed delivery, CompiledWebhook webhook) throws InvalidJsonException {
    byte[] body = deliveries.findBody(delivery.key()).orElseThrow();
    return execution.own(
        delivery.key(),
        webhook,
        JSON.read(body),
        deadline(delivery.lease(), clock.instant(), webhook.deadline()),
        delivery.attempt());
  }

  /**
   * The webhook's own, or sooner: what led here took of the lease, and the end is to be written.
   */
  static Deadline deadline(Instant lease, Instant now, Duration webhook) {
    return Deadline.in(webhook).atMost(Duration.between(now, lease).minus(FINISH_PATIENCE));
  }

  private Attempt failed(Claimed delivery, Instant startedAt, ActionResult result) {
    return execution.failed(delivery.attempt(), delivery.version(), result, startedAt);
  }

  private void end(Claimed delivery, Attempt attempt, Optional<Instant> next) {
    try {
      Part.step(
          "journal end",
          () ->
              journal.finishQueued(
                  delivery.key(),
                  attempt.queuedSince(delivery.dueAt()),
                  next.orElse(null),
                  Deadline.in(FINISH_PATIENCE)));
      if (isOf(attempt, DELETED)) {
        ends.endedWithWebhook(delivery.key(), delivery.webhook());
      } else if (next.isEmpty()) {
        ends.ended(delivery.key(), delivery.webhook(), attempt.outcome(), attempt.reason());
      }
    } catch (JournalException e) {
      LOG.error(
          "The outcome {} of queued delivery {} could not be written down",
          attempt.outcome(),
          delivery.key().id(),
          e);
    }
  }
}
