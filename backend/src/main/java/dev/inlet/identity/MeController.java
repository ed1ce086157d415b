package dev.inlet.identity;

import dev.inlet.platform.json.EmailAddress;
import dev.inlet.platform.json.OneLine;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
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

@Controller("/api/me")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Account")
class MeController {

  private final Accounts accounts;
  private final MemberRepository members;

  MeController(Accounts accounts, MemberRepository members) {
    this.accounts = accounts;
    this.members = members;
  }

  /** Shows who is signed in and which organizations they belong to. */
  @Get
  @RequiresPermission(Permission.USE_OWN_ACCOUNT)
  MeResponse getMe(@Parameter(hidden = true) Caller.Person person) {
    return response(accounts.find(person.user()));
  }

  /** Changes one's name. */
  @Put
  @RequiresPermission(Permission.USE_OWN_ACCOUNT)
  MeResponse updateMe(
      @Valid @Body MeRequest request, @Parameter(hidden = true) Caller.Person person) {
    return response(accounts.rename(person, request.name().strip()));
  }

  /** Changes one's password; every other session of the user ends. */
  @Put("/password")
  @Status(HttpStatus.NO_CONTENT)
  @RequiresPermission(Permission.USE_OWN_ACCOUNT)
  void changePassword(
      @Valid @Body PasswordRequest request, @Parameter(hidden = true) Caller.Person person) {
    accounts.changePassword(person, request.currentPassword(), request.newPassword());
  }

  /**
   * Changes one's e-mail address: once the link that is sent there was opened, or at once where the
   * installation can send no e-mail.
   */
  @Put("/email")
  @RequiresPermission(Permission.USE_OWN_ACCOUNT)
  EmailResponse changeEmail(
      @Valid @Body EmailRequest request, @Parameter(hidden = true) Caller.Person person) {
    return new EmailResponse(accounts.changeEmail(person, request.email(), request.password()));
  }

  private MeResponse response(User user) {
    return new MeResponse(
        user.id().value(),
        user.email(),
        user.name(),
        user.isSupport(),
        user.hasSecondFactor(),
        members.listOf(user.id()));
  }

  /**
   * The signed-in user.
   *
   * @param isSupport whether they are of the installation's support staff
   * @param hasSecondFactor whether signing in takes a second factor
   */
  @Introspected
  @Schema(name = "MeResponse")
  record MeResponse(
      UUID id,
      String email,
      String name,
      boolean isSupport,
      boolean hasSecondFactor,
      List<Membership> memberships) {}

  /** What can be changed of oneself without proof. */
  @Introspected
  @Schema(name = "MeRequest")
  record MeRequest(
      @NotBlank(message = "Give your name.")
          @Size(max = 200, message = "A name has at most 200 characters.")
          @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
          String name) {}

  /** The password that is, and the one to be. */
  @Introspected
  @Schema(name = "PasswordRequest")
  record PasswordRequest(
      @NotBlank(message = "Give your current password.") @Size(max = 512) String currentPassword,
      @NotNull(message = "Choose a password.") String newPassword) {

    @Override
    public String toString() {
      return "PasswordRequest[set]";
    }
  }

  /** The e-mail address to be. */
  @Introspected
  @Schema(name = "EmailRequest")
  record EmailRequest(
      @NotBlank(message = "Give an e-mail address.")
          @Pattern(regexp = EmailAddress.PATTERN, message = EmailAddress.MESSAGE)
          @Size(max = 254, message = "An e-mail address has at most 254 characters.")
          String email,
      @NotBlank(message = "Give your password.") @Size(max = 512) String password) {

    @Override
    public String toString() {
      return "EmailRequest[set]";
    }
  }

  /**
   * What became of the change.
   *
   * @param isChanged false if the link in the e-mail is still to be opened
   */
  @Introspected
  @Schema(name = "EmailResponse")
  record EmailResponse(boolean isChanged) {}
}
