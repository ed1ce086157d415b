package dev.inlet.offboarding;

import dev.inlet.platform.security.Caller;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
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
import jakarta.validation.constraints.Size;

@Controller("/api/organizations/{organizationId}/delete")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Organizations")
class DeletionController {

  private final Deletion deletion;

  DeletionController(Deletion deletion) {
    this.deletion = deletion;
  }

  /**
   * Deletes the organization for ever, with everything in it. Its open URLs answer 404 at once and
   * nobody is a member any more; nobody can have its short name again.
   */
  @Post
  @Status(HttpStatus.NO_CONTENT)
  @RequiresPermission(Permission.DELETE_ORGANIZATION)
  void deleteOrganization(
      @PathVariable OrganizationId organizationId,
      @Valid @Body DeletionRequest request,
      @Parameter(hidden = true) Caller.Person caller) {
    deletion.delete(organizationId, request.slug(), request.password(), caller);
  }

  /**
   * That an owner means it.
   *
   * @param slug of the organization, typed once more
   * @param password the owner's
   */
  @Introspected
  @Schema(name = "DeletionRequest")
  record DeletionRequest(
      @NotBlank(message = "Type the organization's short name.") String slug,
      @NotBlank(message = "Give your password.") @Size(max = 512) String password) {

    @Override
    public String toString() {
      return "DeletionRequest[set]";
    }
  }
}
