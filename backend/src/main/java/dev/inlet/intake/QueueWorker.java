package dev.inlet.intake;

import dev.inlet.deliveries.Attempt;
import dev.inlet.deliveries.DeliveryJournal;
import dev.inlet.deliveries.DeliveryRepository;
import dev.inlet.deliveries.Execution;
import dev.inlet.deliveries.JournalException;
import dev.inlet.deliveries.UnfinishedDeliveries;
import dev.inlet.deliveries.UnfinishedDeliveries.Claimed;
import dev.inlet.platform.database.ClaimedWork;
import dev.inlet.platform.database.ClaimedWorks;
import dev.inlet.platform.json.InvalidJsonException;
import dev.inlet.platform.json.JsonLimits;
import dev.inlet.platform.json.StrictJson;
import dev.inlet.platform.logging.Wordless;
import dev.inlet.platform.time.Deadline;
import dev.inlet.webhooks.CompiledWebhook;
import dev.inlet.webhooks.WebhookCatalog;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Executes the actions of deliveries that were acknowledged on receipt. The journal is the queue: a
 * delivery is claimed by one node, executed once, and, if that node dies, becomes UNKNOWN rather
 * than being done twice.
 */
@Singleton
@Requires(missingProperty = "inlet.is-command") // which is gone before a delivery is done
class QueueWorker {

  private static final Logger LOG = LoggerFactory.getLogger(QueueWorker.class);
  private static final StrictJson JSON = new StrictJson(JsonLimits.DEFAULT);
  private static final int CONCURRENT_MAX = 64;
  private static final Duration LIFE = Duration.ofSeconds(40);
  private static final Duration FINISH_PATIENCE = Duration.ofSeconds(5);

  private final DeliveryRepository deliveries;
  private final DeliveryJournal journal;
  private final WebhookCatalog catalog;
  private final Execution execution;
  private final Clock clock;
  private final ClaimedWork<Claimed> work;

  QueueWorker(
      UnfinishedDeliveries unfinished,
      DeliveryRepository deliveries,
      DeliveryJournal journal,
      WebhookCatalog catalog,
      Execution execution,
      ClaimedWorks works,
      Clock clock) {
    this.deliveries = deliveries;
    this.journal = journal;
    this.catalog = catalog;
    this.execution = execution;
    this.clock = clock;
    this.work =
        works.of(
            "Queued deliveries", CONCURRENT_MAX, max -> unfinished.claim(max, LIFE), this::handle);
  }

  @Scheduled(fixedDelay = "500ms", initialDelay = "1s")
  void work() {
    work.begin();
  }

  private void handle(Claimed delivery) {
    finish(delivery, execute(delivery).queuedSince(delivery.queuedAt()));
  }

  private Attempt execute(Claimed delivery) {
    Instant startedAt = clock.instant();
    try {
      CompiledWebhook webhook =
          catalog
              .findVersion(delivery.key().organization(), delivery.webhook(), delivery.version())
              .orElseThrow();
      byte[] body = deliveries.findBody(delivery.key()).orElseThrow();
      Deadline deadline = Deadline.in(webhook.deadline());
      return execution.first(delivery.key(), webhook, JSON.read(body), deadline);
    } catch (InvalidJsonException | RuntimeException e) {
      LOG.error("Queued delivery {} could not be executed", delivery.key().id(), new Wordless(e));
      return execution.failedFirst(delivery.version(), startedAt);
    }
  }

  private void finish(Claimed delivery, Attempt attempt) {
    try {
      journal.finish(delivery.key(), attempt, null, Deadline.in(FINISH_PATIENCE));
    } catch (JournalException e) {
      LOG.error(
          "The outcome {} of queued delivery {} could not be written down",
          attempt.outcome(),
          delivery.key().id(),
          e);
    }
  }
}
