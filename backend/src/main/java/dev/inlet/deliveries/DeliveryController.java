package dev.inlet.deliveries;

import dev.inlet.platform.paging.Page;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/organizations/{organizationId}/deliveries")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Deliveries")
class DeliveryController {

  private final DeliveryRepository deliveries;
  private final DeliveryDetails details;

  DeliveryController(DeliveryRepository deliveries, DeliveryDetails details) {
    this.deliveries = deliveries;
    this.details = details;
  }

  /** Lists deliveries, the newest first. */
  @Get
  @RequiresPermission(Permission.VIEW_DELIVERIES)
  DeliveryPage<DeliverySummary> listDeliveries(
      @PathVariable OrganizationId organizationId,
      @RequestBean FilterParameters asked,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue Integer limit) {
    return deliveries.page(organizationId, asked.filter(), PageStart.of(cursor), Page.size(limit));
  }

  /** Shows a delivery: what arrived, what was sent, what came back; sensitive properties masked. */
  @Get("/{deliveryId}")
  @RequiresPermission(Permission.VIEW_DELIVERIES)
  DeliveryDetail getDelivery(
      @PathVariable OrganizationId organizationId, @PathVariable UUID deliveryId) {
    return details
        .find(new DeliveryKey(organizationId, new DeliveryId(deliveryId)))
        .orElseThrow(ProblemException::notFound);
  }
}
