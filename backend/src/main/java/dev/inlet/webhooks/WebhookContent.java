package dev.inlet.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.actions.PanelDescription;
import dev.inlet.webhooks.idempotency.Idempotency;
import dev.inlet.webhooks.privacy.Privacy;
import dev.inlet.webhooks.queue.QueueSettings;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a version consists of: everything that decides how a delivery is handled.
 *
 * @param panel the action's panel with the fields that are mapped, as they were when the version
 *     was saved; null if the action has no panel, and until it was read
 */
record WebhookContent(
    JsonNode schema,
    ActionDefinition action,
    @Nullable PanelDescription panel,
    Acknowledgement acknowledgement,
    Duration deadline,
    Privacy privacy,
    Idempotency idempotency,
    QueueSettings queue) {

  WebhookContent with(@Nullable PanelDescription read) {
    return new WebhookContent(
        schema, action, read, acknowledgement, deadline, privacy, idempotency, queue);
  }

  WebhookContent with(
      Privacy otherPrivacy, Idempotency otherIdempotency, QueueSettings otherQueue) {
    return new WebhookContent(
        schema,
        action,
        panel,
        acknowledgement,
        deadline,
        otherPrivacy,
        otherIdempotency,
        otherQueue);
  }

  /** Whether somebody would see a difference; the order of properties is one. */
  boolean isSameAs(WebhookContent other) {
    return schema.toString().equals(other.schema.toString())
        && action.equals(other.action)
        && Objects.equals(panel, other.panel)
        && acknowledgement == other.acknowledgement
        && deadline.equals(other.deadline)
        && privacy.equals(other.privacy)
        && idempotency.equals(other.idempotency)
        && queue.equals(other.queue);
  }
}
