package dev.inlet.deliveries;

import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.time.Deadline;
import dev.inlet.webhooks.WebhookCatalog;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/**
 * Foretells what further tries would come to: it goes as far as one goes before anything is begun,
 * the body's check included.
 */
@Singleton
public class ReplayProspects {

  private final ReplayRepository deliveries;
  private final DeliveryStretches stretches;
  private final ReplayPlans plans;
  private final ReplayChecks checks;
  private final WebhookCatalog catalog;
  private final Clock clock;

  ReplayProspects(
      ReplayRepository deliveries,
      DeliveryStretches stretches,
      ReplayPlans plans,
      ReplayChecks checks,
      WebhookCatalog catalog,
      Clock clock) {
    this.deliveries = deliveries;
    this.stretches = stretches;
    this.plans = plans;
    this.checks = checks;
    this.catalog = catalog;
    this.clock = clock;
  }

  /**
   * Of some deliveries, without those that are not there.
   *
   * @param isAsNow whether the webhook's present version would handle each, else the one that took
   *     it
   * @throws ProblemException if that is not done by the deadline
   */
  public void forEach(
      List<DeliveryKey> some, boolean isAsNow, Deadline deadline, Consumer<PlannedReplay> sink) {
    Versions versions = Versions.remembered(catalog);
    for (DeliveryKey each : some) {
      requireTime(deadline);
      deliveries.find(each).ifPresent(found -> sink.accept(planned(found, isAsNow, versions)));
    }
  }

  /**
   * Of all deliveries that a filter means, the newest first.
   *
   * @throws ProblemException if that is not done by the deadline
   */
  public void forEach(
      OrganizationId organization,
      DeliveryFilter filter,
      boolean isAsNow,
      Deadline deadline,
      Consumer<PlannedReplay> sink) {
    Versions versions = Versions.remembered(catalog);
    try {
      stretches.forEach(
          organization,
          filter,
          (of, meant, start) -> {
            requireTime(deadline);
            return deliveries.list(of, meant, start);
          },
          delivery -> {
            requireTime(deadline);
            sink.accept(planned(delivery, isAsNow, versions));
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireTime(Deadline deadline) {
    if (deadline.remaining().isZero()) {
      throw new ProblemException(
          ProblemType.TOOK_TOO_LONG,
          "There are too many deliveries to look at each of them. Choose fewer, by a shorter period for example.");
    }
  }

  private PlannedReplay planned(Ended delivery, boolean isAsNow, Versions versions) {
    Integer current = delivery.currentVersion();
    int version = isAsNow && current != null ? current : delivery.version();
    ReplayCaution caution = plans.of(delivery, versions).caution();
    ReplayProspect prospect = prospect(delivery, caution);
    String sentence = null;
    try {
      checks.ready(delivery, new Replays.Wanted(version, true, false), versions);
    } catch (ProblemException e) {
      if (e.type() != ProblemType.REPLAY_INCOMPLETE) {
        prospect = ReplayProspect.IMPOSSIBLE;
        sentence = e.getMessage();
      } else if (prospect != ReplayProspect.SUCCEEDED && prospect != ReplayProspect.UNCERTAIN) {
        prospect = ReplayProspect.INCOMPLETE;
      }
    }
    return new PlannedReplay(
        delivery.id(),
        delivery.webhook(),
        version,
        delivery.outcome(),
        delivery.attemptsBegun(),
        prospect,
        sentence,
        caution == ReplayCaution.TOO_EARLY ? ReplayPlans.settledAt(delivery) : clock.instant());
  }

  private static ReplayProspect prospect(Ended delivery, ReplayCaution caution) {
    if (delivery.outcome() == Outcome.SUCCEEDED) {
      return ReplayProspect.SUCCEEDED;
    }
    return switch (caution) {
      case NONE -> ReplayProspect.READY;
      case LOOKS_FIRST -> ReplayProspect.LOOKS_FIRST;
      case TOO_EARLY -> ReplayProspect.TOO_EARLY;
      case UNCERTAIN -> ReplayProspect.UNCERTAIN;
    };
  }
}
