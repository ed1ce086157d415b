package dev.inlet.webhooks;

import java.time.Instant;

/** A webhook with the version that handles deliveries now. */
record Webhook(
    WebhookId id,
    String name,
    boolean isPaused,
    String key,
    int version,
    WebhookContent content,
    Instant createdAt,
    Instant updatedAt) {}
