package dev.inlet.deliveries;

import dev.inlet.platform.paging.Page;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Numbers about deliveries, for charts. */
@Controller("/api/organizations/{organizationId}/deliveries")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Deliveries")
class ActivityController {

  private final StatisticsRepository statistics;
  private final Clock clock;

  ActivityController(StatisticsRepository statistics, Clock clock) {
    this.statistics = statistics;
    this.clock = clock;
  }

  /**
   * Shows, for each webhook, its last delivery of 31 days and what became of those of the last 24
   * hours.
   */
  @Get("/activity")
  @RequiresPermission(Permission.VIEW_DELIVERIES)
  Page<WebhookActivity> listActivity(@PathVariable OrganizationId organizationId) {
    return new Page<>(statistics.activity(organizationId, clock.instant()), null);
  }

  /**
   * Counts deliveries over time, by outcome, with how long they took.
   *
   * @param webhookId those of one webhook only
   * @param from the first instant (RFC 3339); 24 hours before the end if left out
   * @param to the instant after the last (RFC 3339); now if left out
   */
  @Get("/statistics")
  @RequiresPermission(Permission.VIEW_DELIVERIES)
  StatisticsResponse getStatistics(
      @PathVariable OrganizationId organizationId,
      @Nullable @QueryValue UUID webhookId,
      @Nullable @QueryValue Instant from,
      @Nullable @QueryValue Instant to) {
    Period period = Period.of(from, to, clock.instant());
    return new StatisticsResponse(
        period.from(),
        period.to(),
        period.bucket().toSeconds(),
        statistics.buckets(organizationId, webhookId, period));
  }
}
