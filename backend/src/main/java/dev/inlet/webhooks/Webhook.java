package dev.inlet.webhooks;

import dev.inlet.platform.tenancy.Ids;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A webhook with the version that handles deliveries now.
 *
 * @param revision raised whenever name or content is saved
 * @param updatedAt when that was the last time
 * @param drift what of its panel no longer fits; null if nothing is known to
 */
record Webhook(
    WebhookId id,
    String name,
    boolean isPaused,
    String key,
    int revision,
    int version,
    WebhookContent content,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Drift drift) {

  /** One that there was not before, with a URL of its own. */
  static Webhook fresh(String name, boolean isPaused, WebhookContent content, Instant at) {
    WebhookId id = new WebhookId(Ids.next());
    return new Webhook(id, name, isPaused, WebhookKeys.next(), 1, 1, content, at, at, null);
  }

  /** As it is once a name and a content are saved, which become the next version if they differ. */
  Webhook saved(String newName, WebhookContent newContent, Instant at) {
    int next = newContent.isSameAs(content) ? version : version + 1;
    return new Webhook(
        id, newName, isPaused, key, revision + 1, next, newContent, createdAt, at, drift);
  }

  Webhook undrifted() {
    return new Webhook(
        id, name, isPaused, key, revision, version, content, createdAt, updatedAt, null);
  }

  boolean isSameAs(Webhook other) {
    return name.equals(other.name) && content.isSameAs(other.content);
  }
}
