package dev.inlet.audit;

import dev.inlet.platform.audit.AuditAction;
import dev.inlet.platform.audit.AuditEntry;
import dev.inlet.platform.audit.AuditTrail;
import dev.inlet.platform.http.Download;
import dev.inlet.platform.paging.Cursor;
import dev.inlet.platform.paging.FilterValues;
import dev.inlet.platform.paging.Page;
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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/organizations/{organizationId}/audit-events")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Audit trail")
class AuditEventController {

  private final AuditEventRepository events;

  private final AuditEventFile file;
  private final AuditTrail auditTrail;

  AuditEventController(AuditEventRepository events, AuditEventFile file, AuditTrail auditTrail) {
    this.events = events;
    this.file = file;
    this.auditTrail = auditTrail;
  }

  /**
   * Lists what was done in the organization, the newest first.
   *
   * @param actorId a user's or an API key's id
   * @param targetId the id of the thing it was done to
   * @param from the first instant (RFC 3339)
   * @param to the instant after the last (RFC 3339)
   */
  @Get
  @RequiresPermission(Permission.VIEW_AUDIT_EVENTS)
  Page<AuditEventResponse> listAuditEvents(
      @PathVariable OrganizationId organizationId,
      @Nullable @QueryValue AuditAction action,
      @Nullable @QueryValue UUID actorId,
      @Nullable @QueryValue String targetId,
      @Nullable @QueryValue Instant from,
      @Nullable @QueryValue Instant to,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue Integer limit) {
    int size = Page.size(limit);
    List<String> after = Cursor.decode(cursor, 1);
    UUID before = after.isEmpty() ? null : Cursor.uuid(after.getFirst());
    AuditEventFilter filter =
        new AuditEventFilter(
            action,
            actorId,
            FilterValues.text(targetId),
            FilterValues.time(from),
            FilterValues.time(to),
            before);
    List<AuditEventResponse> found = events.list(organizationId, filter, size + 1);
    return Page.of(found, size, last -> Cursor.encode(last.id().toString()));
  }

  /**
   * Exports what was done in the organization, the newest first.
   *
   * @param format NDJSON has a document in each line, CSV is for spreadsheets
   * @param from the first instant (RFC 3339)
   * @param to the instant after the last (RFC 3339)
   */
  @Get("/export")
  @Produces({"application/x-ndjson", "text/csv"})
  @RequiresPermission(Permission.VIEW_AUDIT_EVENTS)
  HttpResponse<InputStream> exportAuditEvents(
      @PathVariable OrganizationId organizationId,
      @Nullable @QueryValue AuditFormat format,
      @Nullable @QueryValue AuditAction action,
      @Nullable @QueryValue UUID actorId,
      @Nullable @QueryValue String targetId,
      @Nullable @QueryValue Instant from,
      @Nullable @QueryValue Instant to,
      @Parameter(hidden = true) Caller caller) {
    AuditEventFilter filter =
        new AuditEventFilter(
            action,
            actorId,
            FilterValues.text(targetId),
            FilterValues.time(from),
            FilterValues.time(to),
            null);
    auditTrail.record(
        organizationId, caller.actor(), AuditEntry.of(AuditAction.AUDIT_EVENTS_EXPORTED));
    return format == AuditFormat.CSV
        ? Download.of(
            "audit-events.csv",
            new MediaType("text/csv; charset=utf-8"),
            out -> file.writeCsv(organizationId, filter, out))
        : Download.of(
            "audit-events.ndjson",
            new MediaType("application/x-ndjson"),
            out -> file.writeNdjson(organizationId, filter, out));
  }

  /** The form of an export. */
  enum AuditFormat {
    NDJSON,
    CSV
  }
}
