package dev.inlet.deliveries;

import dev.inlet.platform.access.LastingAccess;
import dev.inlet.platform.http.Download;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.util.function.BooleanSupplier;

/** Deliveries as they come and change. */
@Controller("/api/organizations/{organizationId}/deliveries/live")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Deliveries")
class LiveController {

  private final LiveTail tail;
  private final LastingAccess access;

  LiveController(LiveTail tail, LastingAccess access) {
    this.tail = tail;
    this.access = access;
  }

  /**
   * Tells of each delivery that the list with the same parameters would show, within about two
   * seconds of its coming or changing, as server-sent events: {@code delivery} with the delivery as
   * the list has it, {@code left} with the {@code id} of one that these parameters no longer mean,
   * {@code more} if there was more at once than is told. It ends when its caller may no longer see
   * deliveries.
   */
  @Get
  @Produces(MediaType.TEXT_EVENT_STREAM)
  @RequiresPermission(Permission.VIEW_DELIVERIES)
  HttpResponse<InputStream> watchDeliveries(
      @PathVariable OrganizationId organizationId,
      @RequestBean FilterParameters asked,
      @Parameter(hidden = true) HttpRequest<?> request,
      @Parameter(hidden = true) Caller caller) {
    DeliveryFilter filter = asked.filter();
    BooleanSupplier mayGoOn = access.of(request, organizationId, Permission.VIEW_DELIVERIES);
    LivePlaces.Place place = tail.enter(organizationId, caller.id());
    return Download.events(out -> tail.tell(place, filter, mayGoOn, out));
  }
}
