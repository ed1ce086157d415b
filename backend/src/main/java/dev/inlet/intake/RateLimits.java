package dev.inlet.intake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.WebhookId;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Token buckets of this node: one per webhook, and one per organization for all of its webhooks.
 */
@Singleton
class RateLimits {

  /** A bucket holds what comes in so many seconds, all of which may be taken at once. */
  static final int BURST_SECONDS = 2;

  /**
   * Of an organization's deliveries that are refused here, so many a second are written down: a
   * flood that is kept out must not reach the database all the same.
   */
  static final int LOGGED_REFUSALS_PER_SECOND = 10;

  private final int ofWebhook;
  private final int ofOrganization;
  private final TimeMeter time;
  private final Cache<WebhookId, Bucket> webhooks = buckets();
  private final Cache<OrganizationId, Bucket> organizations = buckets();
  private final Cache<OrganizationId, Bucket> refusals = buckets();

  @Inject
  RateLimits(IntakeConfiguration configuration) {
    this(
        configuration.webhookRequestsPerSecond(),
        configuration.organizationRequestsPerSecond(),
        TimeMeter.SYSTEM_NANOTIME);
  }

  RateLimits(int ofWebhook, int ofOrganization, TimeMeter time) {
    this.ofWebhook = ofWebhook;
    this.ofOrganization = ofOrganization;
    this.time = time;
  }

  /**
   * Takes a delivery's token of each bucket, or none. What is said of an organization's is said
   * only to whom it refuses: others need not know how busy it is.
   */
  Quota take(OrganizationId organization, WebhookId webhook) {
    Bucket own = webhooks.get(webhook, id -> bucket(ofWebhook));
    ConsumptionProbe taken = own.tryConsumeAndReturnRemaining(1);
    if (taken.isConsumed()) {
      ConsumptionProbe ofAll =
          organizations
              .get(organization, id -> bucket(ofOrganization))
              .tryConsumeAndReturnRemaining(1);
      if (!ofAll.isConsumed()) {
        own.addTokens(1);
        return quota("organization", ofOrganization, ofAll);
      }
    }
    return quota("webhook", ofWebhook, taken);
  }

  /** Whether a refused delivery is one of those that are written down. */
  boolean isRefusalLogged(OrganizationId organization) {
    return refusals.get(organization, id -> bucket(LOGGED_REFUSALS_PER_SECOND)).tryConsume(1);
  }

  private static Quota quota(String policy, int perSecond, ConsumptionProbe probe) {
    return new Quota(
        policy,
        perSecond * (long) BURST_SECONDS,
        Duration.ofSeconds(BURST_SECONDS),
        probe.getRemainingTokens(),
        Duration.ofNanos(
            probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill()),
        !probe.isConsumed());
  }

  private Bucket bucket(int perSecond) {
    return Bucket.builder()
        .withCustomTimePrecision(time)
        .addLimit(
            limit ->
                limit
                    .capacity(perSecond * (long) BURST_SECONDS)
                    .refillGreedy(perSecond, Duration.ofSeconds(1)))
        .build();
  }

  private static <K> Cache<K, Bucket> buckets() {
    return Caffeine.newBuilder()
        .maximumSize(50_000)
        .expireAfterAccess(Duration.ofMinutes(5))
        .build();
  }
}
