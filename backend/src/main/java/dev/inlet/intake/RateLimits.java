package dev.inlet.intake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.inlet.webhooks.CompiledWebhook;
import dev.inlet.webhooks.WebhookId;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** One token bucket per webhook and node. */
@Singleton
class RateLimits {

  private final int requestsPerSecond;
  private final Cache<WebhookId, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(50_000).expireAfterAccess(Duration.ofMinutes(5)).build();

  RateLimits(IntakeConfiguration configuration) {
    this.requestsPerSecond = configuration.webhookRequestsPerSecond();
  }

  /** How long the caller should wait; empty if the delivery may go ahead. */
  Optional<Duration> waitFor(CompiledWebhook webhook) {
    ConsumptionProbe probe =
        buckets.get(webhook.id(), id -> bucket()).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1));
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(
            limit ->
                limit
                    .capacity(2L * requestsPerSecond)
                    .refillGreedy(requestsPerSecond, Duration.ofSeconds(1)))
        .build();
  }
}
