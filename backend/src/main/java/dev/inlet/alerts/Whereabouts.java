package dev.inlet.alerts;

import dev.inlet.platform.tenancy.OrganizationId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Paths of the web app to what incidents are about, with the parameters of its pages. */
final class Whereabouts {

  private Whereabouts() {}

  /** Of one incident; without one, the page of alerts. */
  static String of(OrganizationId organization, @Nullable Incident incident) {
    if (incident == null) {
      return "/o/%s/alerts".formatted(organization);
    }
    return incident.kind() == AlertKind.CREDENTIALS_FAILING
        ? "/o/%s/connection".formatted(organization)
        : deliveries(organization, List.of(incident));
  }

  /** The deliveries of the one webhook, from when they began to fail; of several, all. */
  static String deliveries(OrganizationId organization, List<Incident> incidents) {
    String path = "/o/%s/deliveries".formatted(organization);
    Incident first = incidents.getFirst();
    if (incidents.size() > 1 || first.webhookId() == null) {
      return path;
    }
    String ofWebhook = "%s?webhook=%s".formatted(path, first.webhookId());
    Duration before = noticedAfter(first);
    return before == null
        ? ofWebhook
        : "%s&from=%s".formatted(ofWebhook, first.openedAt().minus(before));
  }

  /**
   * How long before an incident was noticed its deliveries failed; null if there were none, or if
   * that is not known: a streak may be of weeks.
   */
  private static @Nullable Duration noticedAfter(Incident incident) {
    return switch (incident.kind()) {
      case FAILURE_RATE ->
          Duration.ofMinutes(Objects.requireNonNullElse(incident.periodMinutes(), 0));
      case FAILURE_STREAK, NO_DELIVERIES, CREDENTIALS_FAILING -> null;
    };
  }
}
