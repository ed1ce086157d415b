package dev.inlet.identity;

import dev.inlet.platform.http.Origin;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
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
import jakarta.validation.constraints.Size;

/** What links in e-mails stand for. Their secrets travel in bodies, never in addresses. */
@Controller("/api/auth")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Sign-in")
class AccountLinkController {

  private final Accounts accounts;
  private final SignIn signIn;
  private final AuthCookies cookies;

  AccountLinkController(Accounts accounts, SignIn signIn, AuthCookies cookies) {
    this.accounts = accounts;
    this.signIn = signIn;
    this.cookies = cookies;
  }

  /**
   * E-mails a link to set a new password, if there is an account with this address. The answer is
   * the same if there is none.
   */
  @Post("/forgot-password")
  @Status(HttpStatus.ACCEPTED)
  @RequiresPermission(Permission.USE_OPENLY)
  void forgotPassword(
      @Valid @Body ForgotPasswordRequest request, @Parameter(hidden = true) Origin origin) {
    accounts.sendPasswordLink(request.email(), origin);
  }

  /** Sets a password with the link that was e-mailed. Every session of the user ends. */
  @Post("/set-password")
  @Status(HttpStatus.NO_CONTENT)
  @RequiresPermission(Permission.USE_OPENLY)
  MutableHttpResponse<Object> setPassword(
      @Valid @Body SetPasswordRequest request, @Parameter(hidden = true) Origin origin) {
    User user = accounts.setPassword(request.token(), request.password(), origin);
    signIn.forgive(user.email());
    return cookies.remembering(HttpResponse.noContent(), user.id());
  }

  /** Takes the new e-mail address that a link proves. */
  @Post("/confirm-email")
  @Status(HttpStatus.NO_CONTENT)
  @RequiresPermission(Permission.USE_OPENLY)
  void confirmEmail(
      @Valid @Body ConfirmEmailRequest request, @Parameter(hidden = true) Origin origin) {
    accounts.confirmEmail(request.token(), origin);
  }

  /** Whose password was forgotten. */
  @Introspected
  @Schema(name = "ForgotPasswordRequest")
  record ForgotPasswordRequest(
      @NotBlank(message = "Give your e-mail address.") @Size(max = 254) String email) {}

  /** The link's token and the password to be. */
  @Introspected
  @Schema(name = "SetPasswordRequest")
  record SetPasswordRequest(
      @NotBlank(message = "The link is not complete.") @Size(max = 200) String token,
      @NotNull(message = "Choose a password.") String password) {

    @Override
    public String toString() {
      return "SetPasswordRequest[set]";
    }
  }

  /** The link's token. */
  @Introspected
  @Schema(name = "ConfirmEmailRequest")
  record ConfirmEmailRequest(
      @NotBlank(message = "The link is not complete.") @Size(max = 200) String token) {

    @Override
    public String toString() {
      return "ConfirmEmailRequest[set]";
    }
  }
}
