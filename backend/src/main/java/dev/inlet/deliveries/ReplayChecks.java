package dev.inlet.deliveries;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.platform.json.InvalidJsonException;
import dev.inlet.platform.json.JsonLimits;
import dev.inlet.platform.json.StrictJson;
import dev.inlet.platform.problem.FieldError;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.webhooks.CompiledWebhook;
import dev.inlet.webhooks.PrivacyRepository;
import dev.inlet.webhooks.WebhookCatalog;
import dev.inlet.webhooks.privacy.PrivateNames;
import dev.inlet.webhooks.privacy.PrivateViolations;
import dev.inlet.webhooks.schema.Violation;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes a further try of a delivery ready, or tells why there can be none; nothing is sent. */
@Singleton
class ReplayChecks {

  private static final StrictJson JSON = new StrictJson(JsonLimits.DEFAULT);

  private final ReplayPlans plans;
  private final WebhookCatalog catalog;
  private final PrivacyRepository privacies;

  ReplayChecks(ReplayPlans plans, WebhookCatalog catalog, PrivacyRepository privacies) {
    this.plans = plans;
    this.catalog = catalog;
    this.privacies = privacies;
  }

  /** A try that may begin. */
  record Ready(Ended delivery, ReplayPlan plan, CompiledWebhook webhook, JsonNode payload) {}

  /**
   * Looks at all that may be in the way of a further try.
   *
   * @throws ProblemException if it cannot be
   */
  Ready ready(Ended delivery, Replays.Wanted wanted) {
    return ready(delivery, wanted, catalog::findVersion);
  }

  /** The same with versions that are had from elsewhere. */
  Ready ready(Ended delivery, Replays.Wanted wanted, Versions versions) {
    requireReplayable(delivery);
    ReplayPlan plan = plans.of(delivery, versions);
    if (plan.caution().needsConfirmation() && !wanted.isConfirmed()) {
      throw new ProblemException(ProblemType.REPLAY_NOT_CONFIRMED);
    }
    Integer version = wanted.version();
    CompiledWebhook webhook =
        webhook(delivery, version == null ? delivery.version() : version, versions);
    Incomplete incomplete = new Incomplete(webhook, delivery.leftOut());
    JsonNode payload = payload(delivery, webhook, incomplete);
    incomplete.check(payload, wanted.isIncompleteConfirmed());
    return new Ready(delivery, plan, webhook, payload);
  }

  private static void requireReplayable(Ended delivery) {
    if (delivery.outcome() == Outcome.QUEUED) {
      throw impossible(
          "The delivery waits for its next attempt, which Inlet makes by itself; it can be replayed"
              + " once it has ended.");
    }
    if (delivery.isUnderWay()) {
      throw impossible("The delivery is being worked on; look again in a moment.");
    }
    if (delivery.isOfUnknownSender()) {
      throw impossible(
          "Nobody knows who sent this delivery, so it is not replayed; have it sent again.");
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
  private static CompiledWebhook webhook(Ended delivery, int version, Versions versions) {
    Integer current = delivery.currentVersion();
    if (current == null) {
      throw impossible("The webhook of this delivery was deleted.");
    }
    if (version > current) {
      throw ProblemException.invalid("/version", "The webhook has no such version.");
    }
    return versions
        .find(delivery.key().organization(), delivery.webhook(), version)
        .orElseThrow(
            () ->
                impossible("Version %d of the webhook does not work any more.".formatted(version)));
  }

  private JsonNode payload(Ended delivery, CompiledWebhook webhook, Incomplete incomplete) {
    try {
      JsonNode payload = JSON.read(delivery.body());
      List<Violation> violations =
          incomplete.others(webhook.schema().validate(webhook.organization(), payload));
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
