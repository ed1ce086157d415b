package dev.inlet.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A webhook without the URL that opens it.
 *
 * @param version counts the changes of schema, action, acknowledgement and deadline
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
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant deletedAt) {}
