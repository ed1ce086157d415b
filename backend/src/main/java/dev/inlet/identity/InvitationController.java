package dev.inlet.identity;

import dev.inlet.platform.json.EmailAddress;
import dev.inlet.platform.paging.Cursor;
import dev.inlet.platform.paging.Page;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import dev.inlet.platform.security.Role;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/organizations/{organizationId}/invitations")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "People")
class InvitationController {

  private static final UUID AFTER_ALL = new UUID(-1, -1);

  private final Invitations invitations;
  private final AccountMails mails;

  InvitationController(Invitations invitations, AccountMails mails) {
    this.invitations = invitations;
    this.mails = mails;
  }

  /** Lists the open invitations with their links, the newest first. */
  @Get
  @RequiresPermission(Permission.MANAGE_MEMBERS)
  Page<InvitationResponse> listInvitations(
      @PathVariable OrganizationId organizationId,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue Integer limit,
      @Parameter(hidden = true) Caller.Person caller) {
    int size = Page.size(limit);
    List<String> after = Cursor.decode(cursor, 1);
    UUID before = after.isEmpty() ? AFTER_ALL : Cursor.uuid(after.getFirst());
    List<Invitations.Linked> found = invitations.listOpen(organizationId, before, size + 1, caller);
    return Page.of(found, size, last -> Cursor.encode(last.invitation().id().toString()))
        .map(this::response);
  }

  /**
   * Invites somebody. The answer carries the link that accepts; it is e-mailed too where the
   * installation can send e-mail. Takes at least the role that is given.
   */
  @Post
  @Status(HttpStatus.CREATED)
  @RequiresPermission(Permission.MANAGE_MEMBERS)
  InvitationResponse createInvitation(
      @PathVariable OrganizationId organizationId,
      @Valid @Body InvitationRequest request,
      @Parameter(hidden = true) Caller.Person caller) {
    return response(invitations.create(organizationId, request.email(), request.role(), caller));
  }

  /**
   * Sends an invitation once more and lets it last as long as a new one; its link stays the same.
   */
  @Post("/{invitationId}/resend")
  @RequiresPermission(Permission.MANAGE_MEMBERS)
  InvitationResponse resendInvitation(
      @PathVariable OrganizationId organizationId,
      @PathVariable UUID invitationId,
      @Parameter(hidden = true) Caller.Person caller) {
    return response(invitations.resend(organizationId, invitationId, caller));
  }

  /** Revokes an invitation: its link is worth nothing from now on. */
  @Delete("/{invitationId}")
  @Status(HttpStatus.NO_CONTENT)
  @RequiresPermission(Permission.MANAGE_MEMBERS)
  void revokeInvitation(
      @PathVariable OrganizationId organizationId,
      @PathVariable UUID invitationId,
      @Parameter(hidden = true) Caller.Person caller) {
    invitations.revoke(organizationId, invitationId, caller);
  }

  private InvitationResponse response(Invitations.Linked linked) {
    Invitation invitation = linked.invitation();
    return new InvitationResponse(
        invitation.id(),
        invitation.email(),
        invitation.role(),
        invitation.invitedBy(),
        linked.url(),
        mails.canBeSent(),
        invitation.createdAt(),
        invitation.expiresAt());
  }

  /** Whom to invite, and as what. */
  @Introspected
  @Schema(name = "InvitationRequest")
  record InvitationRequest(
      @NotBlank(message = "Give an e-mail address.")
          @Pattern(regexp = EmailAddress.PATTERN, message = EmailAddress.MESSAGE)
          @Size(max = 254, message = "An e-mail address has at most 254 characters.")
          String email,
      @NotNull(message = "Choose a role.") Role role) {}
}
