package dev.inlet.organizations;

import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.security.RequiresRole;
import dev.inlet.platform.security.Role;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;

@Controller("/api/organizations/{organizationId}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Organizations")
class OrganizationController {

  private final OrganizationRepository organizations;

  OrganizationController(OrganizationRepository organizations) {
    this.organizations = organizations;
  }

  /** Shows the organization. */
  @Get
  @RequiresRole(Role.VIEWER)
  OrganizationResponse getOrganization(@PathVariable OrganizationId organizationId) {
    return organizations
        .find(organizationId)
        .map(OrganizationResponse::of)
        .orElseThrow(ProblemException::notFound);
  }

  /** Renames the organization; its slug stays, because open URLs begin with it. */
  @Put
  @RequiresRole(Role.ADMIN)
  OrganizationResponse updateOrganization(
      @PathVariable OrganizationId organizationId, @Valid @Body OrganizationRequest request) {
    organizations.rename(organizationId, request.name().strip());
    return getOrganization(organizationId);
  }

  /** What can be changed of an organization. */
  @Introspected
  @Schema(name = "OrganizationRequest")
  record OrganizationRequest(
      @NotBlank(message = "Give the organization a name.")
          @Size(max = 200, message = "A name has at most 200 characters.")
          String name) {}

  /**
   * An organization.
   *
   * @param slug begins each of its open URLs
   */
  @Introspected
  @Schema(name = "OrganizationResponse")
  record OrganizationResponse(UUID id, String name, String slug) {

    static OrganizationResponse of(Organization organization) {
      return new OrganizationResponse(
          organization.id().value(), organization.name(), organization.slug().value());
    }
  }
}
