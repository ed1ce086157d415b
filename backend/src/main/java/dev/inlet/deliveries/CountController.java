package dev.inlet.deliveries;

import dev.inlet.deliveries.DeliveryFilter.PropertyValue;
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
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How many deliveries a filter means. */
@Controller("/api/organizations/{organizationId}/deliveries/count")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Deliveries")
class CountController {

  private final DeliveryRepository deliveries;

  CountController(DeliveryRepository deliveries) {
    this.deliveries = deliveries;
  }

  /**
   * Counts what the list of deliveries has with the same parameters, and stops where counting would
   * take long.
   */
  @Get
  @RequiresPermission(Permission.VIEW_DELIVERIES)
  DeliveryCount countDeliveries(
      @PathVariable OrganizationId organizationId,
      @Nullable @QueryValue UUID webhookId,
      @Nullable @QueryValue Integer version,
      @Nullable @QueryValue Outcome outcome,
      @Nullable @QueryValue Reason reason,
      @Nullable @QueryValue Instant from,
      @Nullable @QueryValue Instant to,
      @Nullable @QueryValue String source,
      @Nullable @QueryValue String q,
      @Nullable @QueryValue String property,
      @Nullable @QueryValue String value) {
    PropertyValue wanted = PropertyValue.of(property, value);
    DeliveryFilter filter =
        new DeliveryFilter(webhookId, version, outcome, reason, from, to, source, q, wanted);
    return DeliveryCount.of(limit -> deliveries.count(organizationId, filter, limit));
  }
}
