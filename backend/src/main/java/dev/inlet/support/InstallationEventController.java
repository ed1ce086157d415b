package dev.inlet.support;

import dev.inlet.audit.AuditEventRepository;
import dev.inlet.audit.AuditEventResponse;
import dev.inlet.platform.paging.Cursor;
import dev.inlet.platform.paging.Page;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/support/audit-events")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Support")
class InstallationEventController {

  private final AuditEventRepository events;

  InstallationEventController(AuditEventRepository events) {
    this.events = events;
  }

  /**
   * Lists what concerns the installation itself, the newest first: users who belong to no
   * organization, deleted organizations, requests for what is not the caller's.
   */
  @Get
  @RequiresPermission(Permission.AUDIT_ALL_ORGANIZATIONS)
  Page<AuditEventResponse> listInstallationEvents(
      @Nullable @QueryValue String cursor, @Nullable @QueryValue Integer limit) {
    int size = Page.size(limit);
    List<String> after = Cursor.decode(cursor, 1);
    UUID before = after.isEmpty() ? null : Cursor.uuid(after.getFirst());
    return Page.of(
        events.listOfInstallation(before, size + 1),
        size,
        last -> Cursor.encode(last.id().toString()));
  }
}
