package dev.inlet.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.platform.tenancy.Ids;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TenantTimersTest {

  private static final int MAX = 20;

  private enum End {
    WELL,
    BADLY
  }

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final AtomicLong nanoTime = new AtomicLong();
  private final TenantTimers<End> timers =
      new TenantTimers<>(
          registry,
          "inlet.test",
          "For a test",
          MAX,
          List.of("organization", "webhook"),
          nanoTime::get);

  @Test
  void tenThousandWebhooksDoNotMakeTenThousandSeries() {
    for (int i = 0; i < 100; i++) {
      OrganizationId organization = organization();
      for (int j = 0; j < 100; j++) {
        UUID webhook = Ids.next();
        record(organization, webhook, End.WELL);
        record(organization, webhook, End.BADLY);
      }
    }

    assertThat(counts()).hasSizeLessThanOrEqualTo(2 * (MAX + 1));
    assertThat(counts().stream().mapToDouble(TenantTimersTest::value).sum()).isEqualTo(20_000);
    assertThat(counts()).anyMatch(line -> line.contains("webhook=\"other\""));
  }

  @Test
  void oneOrganizationWithManyWebhooksLeavesPlacesToOthers() {
    OrganizationId greedy = organization();
    for (int i = 0; i < 1_000; i++) {
      record(greedy, Ids.next(), End.WELL);
    }
    OrganizationId other = organization();
    record(other, Ids.next(), End.WELL);

    assertThat(counts()).filteredOn(line -> line.contains(greedy.toString())).hasSize(MAX / 2);
    assertThat(counts()).filteredOn(line -> line.contains(other.toString())).hasSize(1);
  }

  @Test
  void whoIsIdleForAnHourMakesRoomForWhoeverComesNext() {
    List<OrganizationId> early = new ArrayList<>();
    for (int i = 0; i < MAX; i++) {
      early.add(organization());
      record(early.getLast(), Ids.next(), End.WELL);
    }
    UUID busy = Ids.next();
    nanoTime.addAndGet(Duration.ofMinutes(30).toNanos());
    timers.forgetIdle();
    record(early.getFirst(), busy, End.WELL); // no place is free yet: among the others
    int told = counts().size();
    nanoTime.addAndGet(Duration.ofMinutes(31).toNanos());
    timers.forgetIdle();
    OrganizationId late = organization();
    record(late, Ids.next(), End.WELL);

    assertThat(told).isEqualTo(MAX + 1);
    assertThat(counts()).hasSize(2);
    assertThat(counts()).anyMatch(line -> line.contains(late.toString()));
  }

  @Test
  void noneIsToldApartWhereNoneMayBe() {
    TenantTimers<End> none =
        new TenantTimers<>(
            registry, "inlet.test", "For a test", 0, List.of("organization", "webhook"));
    none.record(organization(), Ids.next(), Tags::empty, End.WELL, Duration.ofMillis(5));

    assertThat(counts()).hasSize(1).allMatch(line -> line.contains("organization=\"other\""));
  }

  private void record(OrganizationId organization, UUID webhook, End end) {
    timers.record(
        organization,
        webhook,
        () -> Tags.of("organization", organization.toString(), "webhook", webhook.toString()),
        end,
        Duration.ofMillis(5));
  }

  private List<String> counts() {
    return registry
        .scrape()
        .lines()
        .filter(line -> line.startsWith("inlet_test_seconds_count"))
        .toList();
  }

  private static double value(String line) {
    return Double.parseDouble(line.substring(line.lastIndexOf(' ')));
  }

  private static OrganizationId organization() {
    return new OrganizationId(Ids.next());
  }
}
