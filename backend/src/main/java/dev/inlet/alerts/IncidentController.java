package dev.inlet.alerts;

import dev.inlet.platform.paging.Cursor;
import dev.inlet.platform.paging.Page;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What failed, and what does now. */
@Controller("/api/organizations/{organizationId}/alerts/incidents")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Alerts")
class IncidentController {

  private static final UUID AFTER_ALL = new UUID(-1, -1);

  private final IncidentRepository repository;

  IncidentController(IncidentRepository repository) {
    this.repository = repository;
  }

  /** Lists incidents: the open ones first, then the newest. */
  @Get
  @RequiresPermission(Permission.VIEW_ALERTS)
  Page<IncidentResponse> listIncidents(
      @PathVariable OrganizationId organizationId,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue Integer limit) {
    int size = Page.size(limit);
    List<String> after = Cursor.decode(cursor, 2);
    boolean isOpen = after.isEmpty() || Cursor.number(after.getFirst()) == 1;
    UUID before = after.isEmpty() ? AFTER_ALL : Cursor.uuid(after.getLast());
    return Page.of(
            repository.list(organizationId, isOpen, before, size + 1),
            size,
            last -> Cursor.encode(last.closedAt() == null ? "1" : "0", last.id().toString()))
        .map(IncidentResponse::of);
  }

  /**
   * Something that fails or failed.
   *
   * @param webhookId null if it is about the organization as a whole
   * @param failed how many deliveries had failed when it began, where that is counted
   * @param counted of how many
   * @param toldAt null if nobody was told yet: not so soon after the one before
   * @param isRecovered false if it is merely watched no longer; null while it is open
   * @param mailsLeftOut how many e-mails about it were not sent, because whoever they were for had
   *     got too many within the hour
   */
  @Introspected
  @Schema(name = "IncidentResponse")
  record IncidentResponse(
      UUID id,
      UUID ruleId,
      AlertKind kind,
      @Nullable UUID webhookId,
      @Nullable String webhookName,
      @Nullable Integer failed,
      @Nullable Integer counted,
      @Nullable Integer periodMinutes,
      Instant openedAt,
      @Nullable Instant toldAt,
      @Nullable Instant closedAt,
      @Nullable Boolean isRecovered,
      int mailsLeftOut) {

    static IncidentResponse of(Incident incident) {
      return new IncidentResponse(
          incident.id(),
          incident.ruleId(),
          incident.kind(),
          incident.webhookId(),
          incident.webhookName(),
          incident.failed(),
          incident.counted(),
          incident.periodMinutes(),
          incident.openedAt(),
          incident.toldAt(),
          incident.closedAt(),
          incident.isRecovered(),
          incident.mailsLeftOut());
    }
  }
}
