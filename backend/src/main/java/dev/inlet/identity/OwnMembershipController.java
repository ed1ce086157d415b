package dev.inlet.identity;

import dev.inlet.organizations.Slug;
import dev.inlet.platform.json.OneLine;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where one belongs: founding a further organization, joining one, leaving one. */
@Controller("/api/me/memberships")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Account")
class OwnMembershipController {

  private final Founding founding;
  private final Acceptance acceptance;
  private final Members members;

  OwnMembershipController(Founding founding, Acceptance acceptance, Members members) {
    this.founding = founding;
    this.acceptance = acceptance;
    this.members = members;
  }

  /** Founds a further organization that one owns. */
  @Post("/found")
  @Status(HttpStatus.CREATED)
  @RequiresPermission(Permission.USE_OWN_ACCOUNT)
  FoundedResponse foundOrganization(
      @Valid @Body FoundRequest request, @Parameter(hidden = true) Caller.Person person) {
    if (person.isSupport()) {
      throw new ProblemException(
          ProblemType.NOT_POSSIBLE, "Support staff belong to no organization.");
    }
    Slug slug = OrganizationChoice.slug(request.organizationSlug());
    OrganizationId id = founding.foundAnother(request.organizationName().strip(), slug, person);
    return new FoundedResponse(id.value());
  }

  /** Accepts an invitation with the account one has. */
  @Post("/accept")
  @Status(HttpStatus.NO_CONTENT)
  @RequiresPermission(Permission.USE_OWN_ACCOUNT)
  void joinOrganization(
      @Valid @Body AcceptanceController.InvitationTokenRequest request,
      @Parameter(hidden = true) Caller.Person person) {
    acceptance.acceptAsUser(request.token(), person);
  }

  /** Leaves an organization; its last owner cannot. */
  @Delete("/{membershipOrganizationId}")
  @Status(HttpStatus.NO_CONTENT)
  @RequiresPermission(Permission.USE_OWN_ACCOUNT)
  void leaveOrganization(
      @PathVariable UUID membershipOrganizationId, @Parameter(hidden = true) Caller.Person person) {
    members.leave(new OrganizationId(membershipOrganizationId), person);
  }

  /**
   * What is founded.
   *
   * @param organizationSlug begins each of its open URLs, for ever; left out, one that resembles
   *     the name
   */
  @Introspected
  @Schema(name = "FoundRequest")
  record FoundRequest(
      @NotBlank(message = "Give the organization a name.")
          @Size(max = 200, message = "A name has at most 200 characters.")
          @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
          String organizationName,
      @Nullable String organizationSlug) {}

  /** The new organization. */
  @Introspected
  @Schema(name = "FoundedResponse")
  record FoundedResponse(UUID organizationId) {}
}
