package dev.inlet.deliveries;

import dev.inlet.webhooks.WebhookId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What trying a delivery once more would come to, and how the delivery stands as this is told.
 *
 * @param version the number of the webhook's version that would handle it
 * @param sentence why it is impossible; null if it is not. Quotes no payload
 * @param dueAt when it can be tried
 */
public record PlannedReplay(
    DeliveryId delivery,
    WebhookId webhook,
    int version,
    Outcome outcome,
    int attemptsBegun,
    ReplayProspect prospect,
    @Nullable String sentence,
    Instant dueAt) {}
