package dev.inlet.deliveries;

import dev.inlet.platform.paging.Cursor;
import dev.inlet.platform.paging.Page;
import dev.inlet.platform.problem.ProblemException;
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
import java.util.List;
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

  /**
   * Lists deliveries, the newest first.
   *
   * @param q a delivery's id, a record's id, a source address, or text that occurs in the body, if
   *     none of its properties is masked
   * @param from the first instant (RFC 3339)
   * @param to the instant after the last (RFC 3339)
   */
  @Get
  @RequiresPermission(Permission.VIEW_DELIVERIES)
  Page<DeliverySummary> listDeliveries(
      @PathVariable OrganizationId organizationId,
      @Nullable @QueryValue UUID webhookId,
      @Nullable @QueryValue Outcome outcome,
      @Nullable @QueryValue Instant from,
      @Nullable @QueryValue Instant to,
      @Nullable @QueryValue String q,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue Integer limit) {
    int size = Page.size(limit);
    DeliveryFilter filter =
        new DeliveryFilter(webhookId, outcome, null, from, to, q, DeliveryFilter.before(cursor));
    List<DeliverySummary> found = deliveries.list(organizationId, filter, size + 1);
    return Page.of(found, size, last -> Cursor.encode(last.id().toString()));
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
