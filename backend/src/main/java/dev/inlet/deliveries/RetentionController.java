package dev.inlet.deliveries;

import dev.inlet.platform.audit.AuditAction;
import dev.inlet.platform.audit.AuditEntry;
import dev.inlet.platform.audit.AuditTrail;
import dev.inlet.platform.database.Database;
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
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long an organization keeps its deliveries. */
@Controller("/api/organizations/{organizationId}/deliveries/retention")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Deliveries")
class RetentionController {

  private final RetentionRepository retention;
  private final RetentionConfiguration installation;
  private final Database database;
  private final AuditTrail auditTrail;
  private final Clock clock;

  RetentionController(
      RetentionRepository retention,
      RetentionConfiguration installation,
      Database database,
      AuditTrail auditTrail,
      Clock clock) {
    this.retention = retention;
    this.installation = installation;
    this.database = database;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  /** Shows how long deliveries are kept, and how much they take. */
  @Get
  @RequiresPermission(Permission.VIEW_ORGANIZATION)
  RetentionResponse getRetention(@PathVariable OrganizationId organizationId) {
    return response(organizationId, retention.findDays(organizationId));
  }

  /** Sets how long deliveries are kept. What is older is deleted within hours, for good. */
  @Put
  @RequiresPermission(Permission.EDIT_ORGANIZATION)
  RetentionResponse updateRetention(
      @PathVariable OrganizationId organizationId,
      @Valid @Body RetentionRequest request,
      @Parameter(hidden = true) Caller caller) {
    Integer days = request.days();
    if (days != null && (days < 1 || days > installation.days())) {
      throw ProblemException.invalid(
          "/days", "Choose from 1 to %d days.".formatted(installation.days()));
    }
    database.useOrganization(
        organizationId,
        handle -> {
          Optional<Integer> known = retention.findDays(organizationId, handle);
          retention.save(organizationId, handle, days);
          auditTrail.record(
              handle,
              organizationId,
              caller.actor(),
              AuditEntry.of(AuditAction.RETENTION_CHANGED)
                  .changing(audited(known), audited(Optional.ofNullable(days))));
        });
    return response(organizationId, Optional.ofNullable(days));
  }

  private Map<String, ?> audited(Optional<Integer> days) {
    return Map.of("days", days.orElse(installation.days()));
  }

  private RetentionResponse response(OrganizationId organization, Optional<Integer> days) {
    int kept = Math.min(days.orElse(installation.days()), installation.days());
    Instant since = clock.instant().minus(Duration.ofDays(kept));
    return new RetentionResponse(
        days.orElse(null), installation.days(), retention.bodyBytes(organization, since));
  }

  /**
   * For how long deliveries are to be kept.
   *
   * @param days null for as long as the installation keeps any
   */
  @Introspected
  @Schema(name = "RetentionRequest")
  record RetentionRequest(@Nullable Integer days) {}

  /**
   * For how long deliveries are kept.
   *
   * @param days null for as long as the installation keeps any
   * @param daysMax for how many days the installation keeps any
   * @param bodyBytes how many bytes the bodies have that are kept
   */
  @Introspected
  @Schema(name = "RetentionResponse")
  record RetentionResponse(@Nullable Integer days, int daysMax, long bodyBytes) {}
}
