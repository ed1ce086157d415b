package dev.inlet.offboarding;

import dev.inlet.platform.security.Caller;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;

@Controller("/api/organizations/{organizationId}/export")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Organizations")
class ExportController {

  private final Exports exports;

  ExportController(Exports exports) {
    this.exports = exports;
  }

  /**
   * Exports all that is kept of the organization, as one ZIP file that explains itself. An export
   * that fails midway breaks the transfer.
   */
  @Get
  @Produces("application/zip")
  @RequiresPermission(Permission.EXPORT_ORGANIZATION)
  HttpResponse<InputStream> exportOrganization(
      @PathVariable OrganizationId organizationId, @Parameter(hidden = true) Caller caller) {
    return exports.begin(organizationId, caller);
  }
}
