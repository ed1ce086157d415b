package dev.inlet.deliveries;

import io.micronaut.core.annotation.Introspected;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook did lately.
 *
 * @param lastDelivery null if there was none in the last 31 days
 * @param hours the last 24 clock hours (UTC), the present one last
 */
@Introspected
record WebhookActivity(
    UUID webhookId, @Nullable LastDelivery lastDelivery, List<OutcomeCounts> hours) {

  /** How far back the last delivery is looked for. */
  static final Duration LOOK_BACK = Duration.ofDays(31);

  /** The newest delivery of a webhook. */
  @Introspected
  record LastDelivery(UUID id, Instant receivedAt, Outcome outcome, @Nullable Reason reason) {}
}
