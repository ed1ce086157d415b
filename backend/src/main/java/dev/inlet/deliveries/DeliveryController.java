package dev.inlet.deliveries;

import dev.inlet.deliveries.DeliveryFilter.PropertyValue;
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
   * @param version one of the webhook's versions
   * @param from the first instant (RFC 3339)
   * @param to the instant after the last (RFC 3339)
   * @param source whose address
   * @param q a delivery's id, a record's id, a source address, or words that all occur in the
   *     payload, masked properties left out; capitals and accents make no difference
   * @param property a property at the top of the payload, with its {@code value}
   * @param value the property's whole value; capitals, accents and the way a number is written make
   *     no difference
   */
  @Get
  @RequiresPermission(Permission.VIEW_DELIVERIES)
  DeliveryPage<DeliverySummary> listDeliveries(
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
      @Nullable @QueryValue String value,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue Integer limit) {
    int size = Page.size(limit);
    PageStart start = PageStart.of(cursor);
    DeliveryFilter filter =
        new DeliveryFilter(
            webhookId,
            version,
            outcome,
            reason,
            from,
            to,
            source,
            q,
            PropertyValue.of(property, value));
    return DeliveryPage.of(
        deliveries.list(organizationId, filter, start, size + 1), size, start, DeliverySummary::id);
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
