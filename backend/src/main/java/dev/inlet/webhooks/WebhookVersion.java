package dev.inlet.webhooks;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.actions.PanelDescription;
import dev.inlet.webhooks.idempotency.Idempotency;
import dev.inlet.webhooks.privacy.Privacy;
import dev.inlet.webhooks.queue.QueueSettings;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a webhook: everything that decides how a delivery is handled, as it was saved once.
 *
 * @param panel what it knows of its panel: the fields that are mapped, as they were when it was
 *     saved; null if its action has no panel
 */
@Introspected
record WebhookVersion(
    @JsonUnwrapped Summary summary,
    JsonNode schema,
    ActionDefinition action,
    @Nullable PanelDescription panel,
    Acknowledgement acknowledgement,
    int deadlineSeconds,
    Privacy privacy,
    Idempotency idempotency,
    QueueSettings queue) {

  /**
   * A version as it stands in a list.
   *
   * @param author who saved it, by the name they had then; null if that was not kept
   * @param isCurrent whether it is the one that handles deliveries now
   */
  @Introspected
  record Summary(int number, Instant createdAt, @Nullable String author, boolean isCurrent) {}
}
