package dev.inlet.deliveries;

import dev.inlet.platform.metrics.TenantTimers;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.WebhookId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micronaut.context.annotation.Context;
import io.micronaut.scheduling.annotation.Scheduled;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * How the node's deliveries ended: of all together with the reason, and of organizations and
 * webhooks as many apart as may be. Each is counted once, when the journal has confirmed its end in
 * time; a replay is another attempt of one that is counted already.
 */
@Context // so that a node counts from its first moment on
public class DeliveryMeters {

  private static final String NONE = "NONE";

  /** What the log calls an internal error, and is no defect, which that means to whoever counts. */
  private static final String WEBHOOK_DELETED = "WEBHOOK_DELETED";

  private static final String ORGANIZATION = "organization";
  private static final String WEBHOOK = "webhook";
  private static final String HOW_LONG =
      "From when deliveries came until the journal held their end";

  private final MeterRegistry registry;
  private final Clock clock;
  private final Map<Outcome, ConcurrentMap<String, Counter>> ends = new EnumMap<>(Outcome.class);
  private final TenantTimers<Outcome> organizations;
  private final TenantTimers<Outcome> webhooks;
  private final Counter interrupted;

  DeliveryMeters(MeterRegistry registry, TenantSeriesConfiguration bounds, Clock clock) {
    this.registry = registry;
    this.clock = clock;
    for (Outcome outcome : Outcome.values()) {
      ends.put(outcome, new ConcurrentHashMap<>());
    }
    this.organizations =
        new TenantTimers<>(
            registry,
            "inlet.organization.deliveries",
            HOW_LONG,
            bounds.organizationsMax(),
            List.of(ORGANIZATION));
    this.webhooks =
        new TenantTimers<>(
            registry,
            "inlet.webhook.deliveries",
            HOW_LONG,
            bounds.webhooksMax(),
            List.of(ORGANIZATION, WEBHOOK));
    this.interrupted =
        Counter.builder("inlet.deliveries.interrupted")
            .description(
                "Deliveries whose node died, or lost the database, while it worked on them")
            .register(registry);
    // There from the beginning, so that the first one is seen to be one more.
    var _ = ends(Outcome.SUCCEEDED, NONE);
    var _ = ends(Outcome.UNKNOWN, Reason.NO_ANSWER.name());
    var _ = ends(Outcome.FAILED, Reason.INTERNAL_ERROR.name());
  }

  /** One ended. */
  public void ended(
      DeliveryKey delivery, WebhookId webhook, Outcome outcome, @Nullable Reason reason) {
    ended(delivery, webhook, outcome, reason == null ? NONE : reason.name());
  }

  /** One failed because its webhook was deleted while it waited. */
  public void endedWithWebhook(DeliveryKey delivery, WebhookId webhook) {
    ended(delivery, webhook, Outcome.FAILED, WEBHOOK_DELETED);
  }

  private void ended(DeliveryKey delivery, WebhookId webhook, Outcome outcome, String reason) {
    ends(outcome, reason).increment();
    OrganizationId organization = delivery.organization();
    Duration since = Duration.between(delivery.id().receivedAt(), clock.instant());
    Duration took = since.isNegative() ? Duration.ZERO : since;
    organizations.record(
        organization,
        organization.value(),
        () -> Tags.of(ORGANIZATION, organization.toString()),
        outcome,
        took);
    webhooks.record(
        organization,
        webhook.value(),
        () -> Tags.of(ORGANIZATION, organization.toString(), WEBHOOK, webhook.toString()),
        outcome,
        took);
  }

  /** Some were found that somebody began and nobody finished. */
  void interrupted(int count) {
    interrupted.increment(count);
  }

  @Scheduled(fixedDelay = "10m", initialDelay = "10m")
  void forgetIdle() {
    organizations.forgetIdle();
    webhooks.forgetIdle();
  }

  private Counter ends(Outcome outcome, String reason) {
    return Objects.requireNonNull(ends.get(outcome))
        .computeIfAbsent(
            reason,
            name ->
                Counter.builder("inlet.deliveries")
                    .description("Deliveries that ended")
                    .tag("outcome", outcome.name())
                    .tag("reason", name)
                    .register(registry));
  }
}
