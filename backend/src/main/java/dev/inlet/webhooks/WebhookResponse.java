package dev.inlet.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.webhooks.idempotency.Idempotency;
import dev.inlet.webhooks.privacy.Privacy;
import dev.inlet.webhooks.queue.QueueSettings;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A webhook.
 *
 * @param url where a third party POSTs to; whoever knows it can
 * @param isPaused whether its URL answers 404 for now
 * @param revision counts what was saved, the name too: send it along with a change
 * @param version counts the changes of schema, action, acknowledgement, deadline, privacy,
 *     idempotency and queue
 * @param updatedAt when name or content was saved last
 * @param drift what has become of its panel since, so that records may be refused; null if nothing
 *     is known to
 */
@Introspected
record WebhookResponse(
    UUID id,
    String name,
    boolean isPaused,
    String url,
    int revision,
    int version,
    JsonNode schema,
    ActionDefinition action,
    Acknowledgement acknowledgement,
    int deadlineSeconds,
    Privacy privacy,
    Idempotency idempotency,
    QueueSettings queue,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Drift drift) {

  static WebhookResponse of(Webhook webhook, String url) {
    WebhookContent content = webhook.content();
    return new WebhookResponse(
        webhook.id().value(),
        webhook.name(),
        webhook.isPaused(),
        url,
        webhook.revision(),
        webhook.version(),
        content.schema(),
        content.action(),
        content.acknowledgement(),
        (int) content.deadline().toSeconds(),
        content.privacy(),
        content.idempotency(),
        content.queue(),
        webhook.createdAt(),
        webhook.updatedAt(),
        webhook.drift());
  }
}
