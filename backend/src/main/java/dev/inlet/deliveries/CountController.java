package dev.inlet.deliveries;

import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;

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
   * Counts what the list of deliveries has with the same parameters, or tells about how many there
   * are where counting would take long.
   */
  @Get
  @RequiresPermission(Permission.VIEW_DELIVERIES)
  DeliveryCount countDeliveries(
      @PathVariable OrganizationId organizationId, @RequestBean FilterParameters asked) {
    return deliveries.count(organizationId, asked.filter());
  }
}
