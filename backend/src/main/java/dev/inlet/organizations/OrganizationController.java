package dev.inlet.organizations;

import dev.inlet.platform.audit.AuditAction;
import dev.inlet.platform.audit.AuditEntry;
import dev.inlet.platform.audit.AuditTrail;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.json.OneLine;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/organizations/{organizationId}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Organizations")
class OrganizationController {

  private final Database database;
  private final OrganizationRepository organizations;
  private final AuditTrail auditTrail;

  OrganizationController(
      Database database, OrganizationRepository organizations, AuditTrail auditTrail) {
    this.database = database;
    this.organizations = organizations;
    this.auditTrail = auditTrail;
  }

  /** Shows the organization. */
  @Get
  @RequiresPermission(Permission.VIEW_ORGANIZATION)
  OrganizationResponse getOrganization(@PathVariable OrganizationId organizationId) {
    return organizations
        .find(organizationId)
        .map(OrganizationResponse::of)
        .orElseThrow(ProblemException::notFound);
  }

  /**
   * Changes the organization's name and settings; its slug stays, because open URLs begin with it.
   */
  @Put
  @RequiresPermission(Permission.EDIT_ORGANIZATION)
  OrganizationResponse updateOrganization(
      @PathVariable OrganizationId organizationId,
      @Valid @Body OrganizationRequest request,
      @Parameter(hidden = true) Caller caller) {
    return database.inOrganization(
        organizationId,
        handle -> {
          Organization known =
              organizations
                  .findForUpdate(organizationId, handle)
                  .orElseThrow(ProblemException::notFound);
          Organization changed = request.appliedTo(known);
          if (changed.requiresSecondFactor() != known.requiresSecondFactor()) {
            requireSecondFactor(caller, changed.requiresSecondFactor());
          }
          organizations.update(organizationId, handle, changed);
          auditTrail.record(
              handle,
              organizationId,
              caller.actor(),
              AuditEntry.of(AuditAction.ORGANIZATION_CHANGED)
                  .on(organizationId, changed.name())
                  .changing(audited(known), audited(changed)));
          return OrganizationResponse.of(changed);
        });
  }

  /**
   * An API key never has a second factor, so it does not decide who needs one. Whoever demanded of
   * others what they do not have themselves would be shut out at once.
   */
  private static void requireSecondFactor(Caller caller, boolean isDemanded) {
    if (!(caller instanceof Caller.Person person)) {
      throw new ProblemException(
          ProblemType.NOT_ALLOWED, "This takes a person who signed in, not an API key.");
    }
    if (isDemanded && !person.hasSecondFactor()) {
      throw new ProblemException(
          ProblemType.NOT_POSSIBLE,
          "Set up a second factor for yourself first, or you could not come back.");
    }
  }

  private static Map<String, ?> audited(Organization organization) {
    return Map.of(
        "name", organization.name(), "requiresSecondFactor", organization.requiresSecondFactor());
  }

  /**
   * What can be changed of an organization.
   *
   * @param requiresSecondFactor whether members work in it only with a second factor; left out, it
   *     stays as it is
   */
  @Introspected
  @Schema(name = "OrganizationRequest")
  record OrganizationRequest(
      @NotBlank(message = "Give the organization a name.")
          @Size(max = 200, message = "A name has at most 200 characters.")
          @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
          String name,
      @Nullable Boolean requiresSecondFactor) {

    Organization appliedTo(Organization known) {
      boolean requires =
          requiresSecondFactor == null ? known.requiresSecondFactor() : requiresSecondFactor;
      return new Organization(known.id(), name.strip(), known.slug(), requires);
    }
  }

  /**
   * An organization.
   *
   * @param slug begins each of its open URLs
   * @param requiresSecondFactor whether members work in it only with a second factor
   */
  @Introspected
  @Schema(name = "OrganizationResponse")
  record OrganizationResponse(UUID id, String name, String slug, boolean requiresSecondFactor) {

    static OrganizationResponse of(Organization organization) {
      return new OrganizationResponse(
          organization.id().value(),
          organization.name(),
          organization.slug().value(),
          organization.requiresSecondFactor());
    }
  }
}
