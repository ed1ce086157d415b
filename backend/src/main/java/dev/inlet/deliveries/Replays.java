package dev.inlet.deliveries;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.platform.audit.AuditAction;
import dev.inlet.platform.audit.AuditEntry;
import dev.inlet.platform.audit.AuditTrail;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.json.InvalidJsonException;
import dev.inlet.platform.json.JsonLimits;
import dev.inlet.platform.json.StrictJson;
import dev.inlet.platform.problem.FieldError;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.security.Actor;
import dev.inlet.platform.time.Deadline;
import dev.inlet.webhooks.CompiledWebhook;
import dev.inlet.webhooks.PrivacyRepository;
import dev.inlet.webhooks.WebhookCatalog;
import dev.inlet.webhooks.privacy.PrivateNames;
import dev.inlet.webhooks.privacy.PrivateViolations;
import dev.inlet.webhooks.schema.Violation;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Further tries of deliveries that have ended, each because a person asked for it. What was begun
 * stands in the journal and in the audit trail before anything is sent.
 */
@Singleton
class Replays {

  private static final Logger LOG = LoggerFactory.getLogger(Replays.class);
  private static final StrictJson JSON = new StrictJson(JsonLimits.DEFAULT);

  private static final Duration FINISH_PATIENCE = Duration.ofSeconds(5);

  private final ReplayRepository deliveries;
  private final ReplayPlans plans;
  private final WebhookCatalog catalog;
  private final PrivacyRepository privacies;
  private final Execution execution;
  private final DeliveryJournal journal;
  private final Database database;
  private final AuditTrail auditTrail;
  private final Clock clock;

  Replays(
      ReplayRepository deliveries,
      ReplayPlans plans,
      WebhookCatalog catalog,
      PrivacyRepository privacies,
      Execution execution,
      DeliveryJournal journal,
      Database database,
      AuditTrail auditTrail,
      Clock clock) {
    this.deliveries = deliveries;
    this.plans = plans;
    this.catalog = catalog;
    this.privacies = privacies;
    this.execution = execution;
    this.journal = journal;
    this.database = database;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  /**
   * Tries a delivery once more; returns when its outcome is durable. If nobody knows whether the
   * record was written, and it can be looked for, that is done first: one that is there is the
   * outcome, and none is written.
   *
   * @throws ProblemException if it cannot be tried; nothing was sent then, unless the outcome could
   *     not be written down: the delivery becomes UNKNOWN
   */
  void replay(DeliveryKey key, Wanted wanted, Actor actor) {
    Ended delivery = deliveries.find(key).orElseThrow(ProblemException::notFound);
    requireReplayable(delivery);
    ReplayPlan plan = plans.of(delivery);
    if (plan.caution().needsConfirmation() && !wanted.isConfirmed()) {
      throw new ProblemException(ProblemType.REPLAY_NOT_CONFIRMED);
    }
    Integer version = wanted.version();
    CompiledWebhook webhook = webhook(delivery, version == null ? delivery.version() : version);
    Incomplete incomplete = new Incomplete(webhook, delivery.leftOut());
    JsonNode payload = payload(delivery, webhook, incomplete);
    incomplete.check(payload, wanted.isIncompleteConfirmed());
    Deadline deadline = Deadline.in(webhook.deadline());
    int number = begin(delivery, webhook, clock.instant().plus(webhook.deadline()), actor);
    Attempt attempt =
        execution.again(
            key,
            webhook,
            plan.searchable(),
            wanted.isConfirmed(),
            payload,
            deadline,
            number,
            actor.name());
    finish(key, attempt);
  }

  /**
   * How a delivery is to be tried once more.
   *
   * @param version the number of the webhook's version that is to handle it; null for the one that
   *     took it
   * @param isConfirmed whether the record may be written although it may be there already; not
   *     needed where it is certain to be found if it is
   * @param isIncompleteConfirmed whether it may be written without what is never stored
   */
  record Wanted(@Nullable Integer version, boolean isConfirmed, boolean isIncompleteConfirmed) {}

  private static void requireReplayable(Ended delivery) {
    if (delivery.isUnderWay()) {
      throw impossible("The delivery is being worked on; look again in a moment.");
    }
    if (delivery.isBodyPartial()) {
      throw impossible("The body of this delivery did not arrive completely.");
    }
    if (delivery.isBodyWithheld()) {
      throw impossible(
          "The body of this delivery was not stored: it could not be searched for the properties"
              + " that are never stored.");
    }
  }

  /** Exactly the version that was named, whatever was saved since. */
  private CompiledWebhook webhook(Ended delivery, int version) {
    Integer current = delivery.currentVersion();
    if (current == null) {
      throw impossible("The webhook of this delivery was deleted.");
    }
    if (version > current) {
      throw ProblemException.invalid("/version", "The webhook has no such version.");
    }
    return catalog
        .findVersion(delivery.key().organization(), delivery.webhook(), version)
        .orElseThrow(
            () ->
                impossible("Version %d of the webhook does not work any more.".formatted(version)));
  }

  private JsonNode payload(Ended delivery, CompiledWebhook webhook, Incomplete incomplete) {
    try {
      JsonNode payload = JSON.read(delivery.body());
      List<Violation> violations = incomplete.others(webhook.schema().validate(payload));
      if (violations.isEmpty()) {
        return payload;
      }
      throw refused(
          PrivateViolations.told(violations, untold(delivery, webhook)).stream()
              .map(told -> new FieldError(told.path(), told.message()))
              .toList());
    } catch (InvalidJsonException e) {
      throw refused(List.of(new FieldError("", "The body is not valid JSON.")));
    }
  }

  private PrivateNames untold(Ended delivery, CompiledWebhook webhook) {
    Set<Integer> versions = new HashSet<>(List.of(delivery.version(), webhook.version()));
    return new SensitiveProperties(
            privacies.find(delivery.key().organization(), Set.of(delivery.webhook()), versions))
        .of(delivery.webhook(), delivery.version(), webhook.version());
  }

  /** Begins an attempt and tells its number. */
  private int begin(Ended delivery, CompiledWebhook webhook, Instant deadline, Actor actor) {
    AuditEntry entry =
        AuditEntry.of(AuditAction.DELIVERY_REPLAYED)
            .on(delivery.key().id(), Objects.requireNonNullElse(delivery.webhookName(), ""))
            .with(Map.of("version", webhook.version(), "outcomeBefore", delivery.outcome()));
    return database.inOrganization(
        delivery.key().organization(),
        handle -> {
          int number =
              deliveries
                  .begin(
                      handle, delivery.key(), delivery.outcome(), delivery.deadlineAt(), deadline)
                  .orElseThrow(
                      () ->
                          new ProblemException(
                              ProblemType.CONFLICT,
                              "This delivery changed just now: somebody replayed it, or its outcome"
                                  + " became known. Look at it again."));
          auditTrail.record(handle, delivery.key().organization(), actor, entry);
          return number;
        });
  }

  private void finish(DeliveryKey delivery, Attempt attempt) {
    try {
      journal.finish(delivery, attempt, null, Deadline.in(FINISH_PATIENCE));
    } catch (JournalException e) {
      LOG.error(
          "The outcome {} of replayed delivery {} could not be written down",
          attempt.outcome(),
          delivery.id(),
          e);
      throw new ProblemException(ProblemType.UNEXPECTED, CallerAnswer.NOT_RECORDED);
    }
  }

  private static ProblemException impossible(String detail) {
    return new ProblemException(ProblemType.NOT_POSSIBLE, detail);
  }

  private static ProblemException refused(List<FieldError> errors) {
    return new ProblemException(
        ProblemType.REPLAY_REFUSED,
        "The body does not fit this version of the schema; nothing was sent.",
        errors);
  }
}
