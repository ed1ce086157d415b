package dev.inlet.benchmarks.micro;

import dev.inlet.deliveries.Outcome;
import dev.inlet.platform.logging.LogFields;
import dev.inlet.platform.metrics.Latencies;
import dev.inlet.platform.metrics.TenantTimers;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.tracing.Part;
import dev.inlet.platform.tracing.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What a synchronous delivery does so that operators see it (ADR 33), as often as it does: its
 * answer, its own time, its attempt and three parts of that are timed, its end is timed for its
 * organization and its webhook, its log has fields, and ten parts ask whether they are traced,
 * which they are not.
 */
final class Watching {

  private static final int TIMERS = 6;
  private static final int PARTS = 10;

  private final MeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final OrganizationId organization = new OrganizationId(new UUID(1, 2));
  private final UUID webhook = new UUID(3, 4);
  private final UUID delivery = new UUID(5, 6);
  private final List<Timer> timers =
      IntStream.range(0, TIMERS)
          .mapToObj(i -> Latencies.timer(registry, "timer." + i, "One of a delivery's"))
          .toList();
  private final TenantTimers<Outcome> organizations = tenants("organization");
  private final TenantTimers<Outcome> webhooks = tenants("webhook");

  private TenantTimers<Outcome> tenants(String key) {
    return new TenantTimers<>(registry, "timer." + key, "Of each", 100, List.of(key));
  }

  int once() {
    try (LogFields _ = LogFields.ofDelivery(delivery)) {
      LogFields.organization(organization.value());
      int parts = Traces.OFF.of("delivery", delivery, organization, webhook, () -> parts(PARTS));
      Duration took = Duration.ofNanos(System.nanoTime() & 0xff_ffff);
      timers.forEach(timer -> timer.record(took));
      record(organizations, organization.value(), took);
      record(webhooks, webhook, took);
      return parts;
    }
  }

  private static int parts(int count) {
    return count == 0 ? 0 : Part.of("part", () -> 1 + parts(count - 1));
  }

  private void record(TenantTimers<Outcome> tenants, UUID id, Duration took) {
    tenants.record(organization, id, () -> Tags.of("key", id.toString()), Outcome.SUCCEEDED, took);
  }
}
