package dev.inlet.webhooks;

import dev.inlet.actions.PreparedAction;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.idempotency.Idempotency;
import dev.inlet.webhooks.mapping.Mapping;
import dev.inlet.webhooks.privacy.PrivateNames;
import dev.inlet.webhooks.queue.QueueSettings;
import dev.inlet.webhooks.schema.CompiledSchema;
import java.time.Duration;

/**
 * One version of a webhook, ready to handle any number of deliveries: nothing is parsed, compiled
 * or looked up for the second one. Immutable.
 *
 * @param neverStored the properties that are handed on and forgotten
 * @param sensitive these, and those that are shown to nobody unasked
 */
public record CompiledWebhook(
    OrganizationId organization,
    WebhookId id,
    int version,
    CompiledSchema schema,
    Mapping mapping,
    PreparedAction action,
    Acknowledgement acknowledgement,
    PrivateNames neverStored,
    PrivateNames sensitive,
    Idempotency idempotency,
    QueueSettings queue,
    Duration deadline) {}
