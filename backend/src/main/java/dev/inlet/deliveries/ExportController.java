package dev.inlet.deliveries;

import dev.inlet.platform.audit.AuditAction;
import dev.inlet.platform.audit.AuditEntry;
import dev.inlet.platform.audit.AuditTrail;
import dev.inlet.platform.http.Download;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Deliveries as a file. */
@Controller("/api/organizations/{organizationId}/deliveries/export")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Deliveries")
class ExportController {

  private final DeliveryFile file;
  private final AuditTrail auditTrail;

  ExportController(DeliveryFile file, AuditTrail auditTrail) {
    this.file = file;
    this.auditTrail = auditTrail;
  }

  /**
   * Exports all that the list of deliveries has with the same parameters, the newest first.
   *
   * @param format NDJSON has a document in each line, with the body as it came; CSV is for
   *     spreadsheets, and has a column for each property if one webhook is named
   */
  @Get
  @Produces({"application/x-ndjson", "text/csv"})
  @RequiresPermission(Permission.VIEW_DELIVERIES)
  HttpResponse<InputStream> exportDeliveries(
      @PathVariable OrganizationId organizationId,
      @Nullable @QueryValue DeliveryFormat format,
      @RequestBean FilterParameters asked,
      @Parameter(hidden = true) Caller caller) {
    DeliveryFilter filter = asked.filter();
    DeliveryFormat chosen = format == null ? DeliveryFormat.NDJSON : format;
    auditTrail.record(
        organizationId,
        caller.actor(),
        AuditEntry.of(AuditAction.DELIVERIES_EXPORTED).with(told(chosen, filter)));
    return switch (chosen) {
      case CSV ->
          Download.of(
              "deliveries.csv",
              new MediaType("text/csv; charset=utf-8"),
              out -> file.writeCsv(organizationId, filter, out));
      case NDJSON ->
          Download.of(
              "deliveries.ndjson",
              new MediaType("application/x-ndjson"),
              out -> file.writeNdjson(organizationId, filter, out));
    };
  }

  private static Map<String, ?> told(DeliveryFormat format, DeliveryFilter filter) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("format", format);
    told.putAll(filter.told());
    return told;
  }

  /** The form of an export. */
  enum DeliveryFormat {
    NDJSON,
    CSV
  }
}
