package dev.inlet.identity;

import dev.inlet.platform.http.Origin;
import dev.inlet.platform.json.OneLine;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import dev.inlet.platform.security.Role;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
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
import java.time.Instant;
import java.util.UUID;

/** Accepting an invitation before one has an account. */
@Controller("/api/auth/invitations")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Sign-in")
class AcceptanceController {

  private final Acceptance acceptance;
  private final SignIn signIn;
  private final AuthCookies cookies;

  AcceptanceController(Acceptance acceptance, SignIn signIn, AuthCookies cookies) {
    this.acceptance = acceptance;
    this.signIn = signIn;
    this.cookies = cookies;
  }

  /** Shows what a link invites to. */
  @Post("/show")
  @RequiresPermission(Permission.USE_OPENLY)
  OfferResponse showInvitation(@Valid @Body InvitationTokenRequest request) {
    return OfferResponse.of(acceptance.show(request.token()));
  }

  /** Accepts an invitation and makes an account for it; its owner is signed in at once. */
  @Post("/accept")
  @Status(HttpStatus.CREATED)
  @RequiresPermission(Permission.USE_OPENLY)
  MutableHttpResponse<TokenResponse> acceptInvitation(
      @Valid @Body AcceptRequest request, @Parameter(hidden = true) Origin origin) {
    User user =
        acceptance.acceptAsNewUser(
            request.token(), request.name().strip(), request.password(), origin);
    return cookies.remembering(
        cookies.signedIn(HttpStatus.CREATED, signIn.begin(user, false, origin)), user.id());
  }

  /**
   * What stands behind the # of the link.
   *
   * @param token the secret
   */
  @Introspected
  @Schema(name = "InvitationTokenRequest")
  record InvitationTokenRequest(
      @NotBlank(message = "The link is not complete.") @Size(max = 200) String token) {

    @Override
    public String toString() {
      return "InvitationTokenRequest[set]";
    }
  }

  /** Who accepts. */
  @Introspected
  @Schema(name = "AcceptRequest")
  record AcceptRequest(
      @NotBlank(message = "The link is not complete.") @Size(max = 200) String token,
      @NotBlank(message = "Give your name.")
          @Size(max = 200, message = "A name has at most 200 characters.")
          @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
          String name,
      @NotNull(message = "Choose a password.") String password) {

    @Override
    public String toString() {
      return "AcceptRequest[set]";
    }
  }

  /**
   * What a link invites to.
   *
   * @param email whom it is for
   * @param hasAccount whether there is an account with this address: sign in with it to accept
   */
  @Introspected
  @Schema(name = "OfferResponse")
  record OfferResponse(
      UUID organizationId,
      String organizationName,
      String email,
      Role role,
      String invitedBy,
      boolean hasAccount,
      Instant expiresAt) {

    static OfferResponse of(Acceptance.Offer offer) {
      Invitation invitation = offer.invitation();
      return new OfferResponse(
          offer.organization().id().value(),
          offer.organization().name(),
          invitation.email(),
          invitation.role(),
          invitation.invitedBy(),
          offer.hasAccount(),
          invitation.expiresAt());
    }
  }
}
