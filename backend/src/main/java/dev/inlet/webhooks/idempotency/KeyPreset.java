package dev.inlet.webhooks.idempotency;

import io.micronaut.core.annotation.Introspected;
import java.util.List;

/**
 * What a well-known sender sends along with an event, the same each time it sends it again.
 *
 * @param sender what people call it
 */
@Introspected
public record KeyPreset(String sender, KeySource from, String name) {

  /** Each as the sender's own documentation says. */
  public static final List<KeyPreset> ALL =
      List.of(
          header("Any that sends Idempotency-Key", "Idempotency-Key"),
          header("Contentful", "X-Contentful-Idempotency-Key"),
          header("GitHub", "X-GitHub-Delivery"),
          header("GitLab", "Idempotency-Key"),
          header("Jira", "X-Atlassian-Webhook-Identifier"),
          property("Paddle", "event_id"),
          header("PandaDoc", "X-PandaDoc-Webhook-Event-Id"),
          header("Shopify", "X-Shopify-Event-Id"),
          header("Standard Webhooks", "webhook-id"),
          property("Stripe", "id"),
          header("Svix", "svix-id"));

  private static KeyPreset header(String sender, String name) {
    return new KeyPreset(sender, KeySource.HEADER, name);
  }

  private static KeyPreset property(String sender, String name) {
    return new KeyPreset(sender, KeySource.PROPERTY, name);
  }
}
