package dev.inlet.support;

import dev.inlet.deliveries.DeliveryCount;
import dev.inlet.deliveries.DeliveryId;
import dev.inlet.deliveries.DeliveryKey;
import dev.inlet.deliveries.DeliveryPage;
import dev.inlet.deliveries.DeliveryResponse;
import dev.inlet.deliveries.MaskedDeliveries;
import dev.inlet.deliveries.MaskedDelivery;
import dev.inlet.deliveries.MaskedDeliverySummary;
import dev.inlet.deliveries.PageStart;
import dev.inlet.platform.paging.Page;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/support")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Support")
class SupportedDeliveryController {

  private final MaskedDeliveries deliveries;
  private final StatedReasons reasons;

  SupportedDeliveryController(MaskedDeliveries deliveries, StatedReasons reasons) {
    this.deliveries = deliveries;
    this.reasons = reasons;
  }

  /** Lists deliveries of all organizations, the newest first, without what may quote a payload. */
  @Get("/deliveries")
  @RequiresPermission(Permission.AUDIT_ALL_ORGANIZATIONS)
  DeliveryPage<MaskedDeliverySummary> listSupportedDeliveries(
      @RequestBean SupportedFilterParameters asked,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue Integer limit) {
    int size = Page.size(limit);
    PageStart start = PageStart.of(cursor);
    List<MaskedDeliverySummary> found =
        deliveries.list(asked.organization(), asked.filter(), start, size + 1);
    return DeliveryPage.of(found, size, start, MaskedDeliverySummary::id);
  }

  /**
   * Counts what the list has with the same parameters, or tells about how many there are where that
   * would take long.
   */
  @Get("/deliveries/count")
  @RequiresPermission(Permission.AUDIT_ALL_ORGANIZATIONS)
  DeliveryCount countSupportedDeliveries(@RequestBean SupportedFilterParameters asked) {
    return deliveries.count(asked.organization(), asked.filter());
  }

  /** Shows a delivery, masked. */
  @Get("/organizations/{supportedOrganizationId}/deliveries/{deliveryId}")
  @RequiresPermission(Permission.AUDIT_ALL_ORGANIZATIONS)
  MaskedDelivery getSupportedDelivery(
      @PathVariable OrganizationId supportedOrganizationId, @PathVariable UUID deliveryId) {
    return deliveries
        .find(new DeliveryKey(supportedOrganizationId, new DeliveryId(deliveryId)))
        .orElseThrow(ProblemException::notFound);
  }

  /**
   * Shows a delivery, payload and all, masked properties left masked. The organization's audit
   * trail tells who looked at it, when, and the reason as it was given.
   */
  @Post("/organizations/{supportedOrganizationId}/deliveries/{deliveryId}/reveal")
  @RequiresPermission(Permission.AUDIT_ALL_ORGANIZATIONS)
  DeliveryResponse revealDelivery(
      @PathVariable OrganizationId supportedOrganizationId,
      @PathVariable UUID deliveryId,
      @Valid @Body RevealRequest request,
      @Parameter(hidden = true) Caller.Person caller) {
    DeliveryKey delivery = new DeliveryKey(supportedOrganizationId, new DeliveryId(deliveryId));
    return reasons.reveal(delivery, request.reason(), caller);
  }

  /**
   * Why a payload has to be seen.
   *
   * @param reason 10 to 500 characters, one line; the organization reads it
   */
  @Introspected
  @Schema(name = "RevealRequest")
  record RevealRequest(@NotNull(message = "Say why you need to see it.") String reason) {}
}
