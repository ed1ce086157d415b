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
 * A webhook without the URL that opens it.
 *
 * @param version counts the changes of schema, action, acknowledgement, deadline, privacy,
 *     idempotency and queue
 * @param deletedAt null while there is the webhook
 */
@Introspected
public record WebhookDefinition(
    UUID id,
    String name,
    boolean isPaused,
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
    @Nullable Instant deletedAt) {}
