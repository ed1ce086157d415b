package dev.inlet.deliveries;

import dev.inlet.webhooks.CompiledWebhook;
import dev.inlet.webhooks.WebhookCatalog;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Tells whether a delivery can be tried once more without writing its record twice. */
@Singleton
class ReplayPlans {

  /** As long as a web server works on a request whose client is gone (110 s), and some more. */
  private static final Duration UNDER_WAY_MAX = Duration.ofMinutes(3);

  private final WebhookCatalog catalog;
  private final Clock clock;

  ReplayPlans(WebhookCatalog catalog, Clock clock) {
    this.catalog = catalog;
    this.clock = clock;
  }

  ReplayPlan of(Ended delivery) {
    return of(delivery, catalog::findVersion);
  }

  ReplayPlan of(Ended delivery, Versions versions) {
    List<CompiledWebhook> searchable = searchable(delivery, versions);
    return new ReplayPlan(caution(delivery, !searchable.isEmpty()), searchable);
  }

  private ReplayCaution caution(Ended delivery, boolean isSearchable) {
    if (!delivery.mayBeWritten()) {
      return ReplayCaution.NONE;
    }
    if (!isSearchable) {
      return ReplayCaution.UNCERTAIN;
    }
    return isSettled(delivery) ? ReplayCaution.LOOKS_FIRST : ReplayCaution.TOO_EARLY;
  }

  /**
   * The versions by which a record can be looked for that may have been written without anybody
   * knowing; empty if one of them left nothing to look for, and where there is no doubt.
   */
  private static List<CompiledWebhook> searchable(Ended delivery, Versions versions) {
    Set<Integer> doubtful = delivery.doubtful();
    if (delivery.outcome() != Outcome.UNKNOWN || doubtful == null) {
      return List.of();
    }
    List<CompiledWebhook> found =
        doubtful.stream()
            .flatMap(
                version ->
                    versions
                        .find(delivery.key().organization(), delivery.webhook(), version)
                        .stream())
            .filter(webhook -> webhook.action().leavesReference())
            .toList();
    return found.size() == doubtful.size() ? found : List.of();
  }

  private boolean isSettled(Ended delivery) {
    return !settledAt(delivery).isAfter(clock.instant());
  }

  /** When whatever was sent has arrived, or never will. */
  static Instant settledAt(Ended delivery) {
    return delivery.deadlineAt().plus(UNDER_WAY_MAX);
  }
}
