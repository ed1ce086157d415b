package dev.inlet.identity;

import dev.inlet.platform.paging.ByName;
import dev.inlet.platform.paging.Page;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import dev.inlet.platform.security.Role;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.tenancy.UserId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/organizations/{organizationId}/members")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "People")
class MemberController {

  private final MemberRepository repository;
  private final Members members;

  MemberController(MemberRepository repository, Members members) {
    this.repository = repository;
    this.members = members;
  }

  /** Lists the members by name. */
  @Get
  @RequiresPermission(Permission.VIEW_MEMBERS)
  Page<Member> listMembers(
      @PathVariable OrganizationId organizationId,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue Integer limit) {
    int size = Page.size(limit);
    ByName after = ByName.after(cursor);
    List<Member> found = repository.list(organizationId, after.name(), after.id(), size + 1);
    return Page.of(found, size, last -> ByName.cursor(last.name(), last.userId()));
  }

  /**
   * Changes a member's role, from their next request on. Takes at least the role that is given or
   * taken.
   */
  @Put("/{userId}")
  @RequiresPermission(Permission.MANAGE_MEMBERS)
  Member updateMember(
      @PathVariable OrganizationId organizationId,
      @PathVariable UUID userId,
      @Valid @Body MemberRequest request,
      @Parameter(hidden = true) Caller.Person caller) {
    return members.changeRole(organizationId, new UserId(userId), request.role(), caller);
  }

  /** Removes a member, from their next request on. Takes at least the member's role. */
  @Delete("/{userId}")
  @Status(HttpStatus.NO_CONTENT)
  @RequiresPermission(Permission.MANAGE_MEMBERS)
  void removeMember(
      @PathVariable OrganizationId organizationId,
      @PathVariable UUID userId,
      @Parameter(hidden = true) Caller.Person caller) {
    members.remove(organizationId, new UserId(userId), caller);
  }

  /** What can be changed of a member. */
  @Introspected
  @Schema(name = "MemberRequest")
  record MemberRequest(@NotNull(message = "Choose a role.") Role role) {}
}
