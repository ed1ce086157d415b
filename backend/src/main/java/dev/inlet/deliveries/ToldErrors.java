package dev.inlet.deliveries;

import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.CompiledWebhook;
import dev.inlet.webhooks.WebhookCatalog;
import dev.inlet.webhooks.WebhookId;
import dev.inlet.webhooks.privacy.PrivateNames;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is told of the failures of some deliveries with sensitive properties. Keeps the versions
 * that it compiled for that, so it lives no longer than it takes to show them.
 */
final class ToldErrors {

  private final OrganizationId organization;

  /** A list may be of as many versions as it has deliveries. */
  private static final int COMPILED_MAX = 5;

  private final WebhookCatalog catalog;
  private final Map<Version, Optional<CompiledWebhook>> compiled = new HashMap<>();

  ToldErrors(OrganizationId organization, WebhookCatalog catalog) {
    this.organization = organization;
    this.catalog = catalog;
  }

  private record Version(WebhookId webhook, int number) {}

  /** A version of a webhook; empty if it does not compile any more, or after many others. */
  Optional<CompiledWebhook> version(WebhookId webhook, int number) {
    Version version = new Version(webhook, number);
    return compiled.size() >= COMPILED_MAX && !compiled.containsKey(version)
        ? Optional.empty()
        : compiled.computeIfAbsent(
            version, _ -> catalog.findVersion(organization, webhook, number));
  }

  /** The sentence about a failure of one version, without telling some properties. */
  @Nullable String of(
      @Nullable Reason reason,
      @Nullable String error,
      WebhookId webhook,
      int version,
      PrivateNames names) {
    Optional<CompiledWebhook> failed =
        reason != null && reason.isAboutContact() ? version(webhook, version) : Optional.empty();
    return failed.isEmpty()
        ? PrivateResults.error(reason, error)
        : PrivateResults.error(
            reason, error, failed.get(), PrivateResults.fields(failed.get(), names));
  }

  /** The one of a delivery in a list, of which it is not known which version was replayed last. */
  @Nullable String of(DeliverySummary delivery, PrivateNames names) {
    return delivery.replaysBegun() > 0
        ? PrivateResults.error(delivery.reason(), delivery.error())
        : of(
            delivery.reason(),
            delivery.error(),
            new WebhookId(delivery.webhookId()),
            delivery.version(),
            names);
  }
}
