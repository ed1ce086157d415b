package dev.inlet.deliveries;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

@Controller("/api/organizations/{organizationId}/deliveries/{deliveryId}/reveal")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Deliveries")
class RevelationController {

  private final Database database;
  private final Revelations revelations;

  RevelationController(Database database, Revelations revelations) {
    this.database = database;
    this.revelations = revelations;
  }

  /**
   * Shows a delivery with its masked properties. The audit trail tells who looked at it, and when.
   */
  @Post
  @RequiresPermission(Permission.REVEAL_SENSITIVE)
  DeliveryResponse revealSensitiveProperties(
      @PathVariable OrganizationId organizationId,
      @PathVariable UUID deliveryId,
      @Parameter(hidden = true) Caller caller) {
    DeliveryKey delivery = new DeliveryKey(organizationId, new DeliveryId(deliveryId));
    return database.inOrganization(
        organizationId, handle -> revelations.reveal(handle, delivery, caller.actor(), null));
  }
}
