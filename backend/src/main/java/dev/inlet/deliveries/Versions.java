package dev.inlet.deliveries;

import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.CompiledWebhook;
import dev.inlet.webhooks.WebhookCatalog;
import dev.inlet.webhooks.WebhookId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where versions of webhooks are had from. */
@FunctionalInterface
interface Versions {

  Optional<CompiledWebhook> find(OrganizationId organization, WebhookId webhook, int version);

  /** Each compiled once: for many deliveries that are looked at one after another. */
  static Versions remembered(WebhookCatalog catalog) {
    record Key(OrganizationId organization, WebhookId webhook, int version) {}
    Map<Key, Optional<CompiledWebhook>> found = new HashMap<>();
    return (organization, webhook, version) ->
        found.computeIfAbsent(
            new Key(organization, webhook, version),
            key -> catalog.findVersion(organization, webhook, version));
  }
}
