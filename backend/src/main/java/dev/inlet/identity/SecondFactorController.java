package dev.inlet.identity;

import dev.inlet.identity.credentials.Totp;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
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
import jakarta.validation.constraints.Size;
import java.util.List;

@Controller("/api/me/second-factor")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Account")
class SecondFactorController {

  private final Accounts accounts;
  private final SecondFactors secondFactors;

  SecondFactorController(Accounts accounts, SecondFactors secondFactors) {
    this.accounts = accounts;
    this.secondFactors = secondFactors;
  }

  /** Begins to set up a second factor: a secret for an authenticator app. */
  @Post
  @RequiresPermission(Permission.USE_OWN_ACCOUNT)
  SecondFactorResponse beginSecondFactor(
      @Valid @Body BeginSecondFactorRequest request,
      @Parameter(hidden = true) Caller.Person person) {
    accounts.require(person, request.password(), "/password");
    String secret = secondFactors.begin(person.user());
    return new SecondFactorResponse(secret, Totp.uri(secret, person.email()));
  }

  /**
   * Turns the second factor on with its first code; every other session of the user ends. The
   * answer's recovery codes are shown this once.
   */
  @Post("/confirm")
  @RequiresPermission(Permission.USE_OWN_ACCOUNT)
  RecoveryCodesResponse confirmSecondFactor(
      @Valid @Body CodeRequest request, @Parameter(hidden = true) Caller.Person person) {
    return new RecoveryCodesResponse(secondFactors.confirm(person, request.code()));
  }

  /** Replaces the recovery codes; they are shown this once. */
  @Post("/recovery-codes")
  @RequiresPermission(Permission.USE_OWN_ACCOUNT)
  RecoveryCodesResponse renewRecoveryCodes(
      @Valid @Body CodeRequest request, @Parameter(hidden = true) Caller.Person person) {
    return new RecoveryCodesResponse(secondFactors.renewRecoveryCodes(person, request.code()));
  }

  /** Turns the second factor off; support staff cannot. */
  @Post("/disable")
  @Status(HttpStatus.NO_CONTENT)
  @RequiresPermission(Permission.USE_OWN_ACCOUNT)
  void disableSecondFactor(
      @Valid @Body DisableSecondFactorRequest request,
      @Parameter(hidden = true) Caller.Person person) {
    accounts.require(person, request.password(), "/password");
    secondFactors.disable(person, request.code());
  }

  /** The password once more. */
  @Introspected
  @Schema(name = "BeginSecondFactorRequest")
  record BeginSecondFactorRequest(
      @NotBlank(message = "Give your password.") @Size(max = 512) String password) {

    @Override
    public String toString() {
      return "BeginSecondFactorRequest[set]";
    }
  }

  /** A code of the app, or a recovery code. */
  @Introspected
  @Schema(name = "CodeRequest")
  record CodeRequest(@NotBlank(message = "Give the code.") @Size(max = 100) String code) {

    @Override
    public String toString() {
      return "CodeRequest[set]";
    }
  }

  /** The password once more, and a code of the app or a recovery code. */
  @Introspected
  @Schema(name = "DisableSecondFactorRequest")
  record DisableSecondFactorRequest(
      @NotBlank(message = "Give your password.") @Size(max = 512) String password,
      @NotBlank(message = "Give the code.") @Size(max = 100) String code) {

    @Override
    public String toString() {
      return "DisableSecondFactorRequest[set]";
    }
  }

  /**
   * What an authenticator app needs.
   *
   * @param secret in Base32, to be typed in
   * @param uri the same and more, to be shown as a QR code
   */
  @Introspected
  @Schema(name = "SecondFactorResponse")
  record SecondFactorResponse(String secret, String uri) {

    @Override
    public String toString() {
      return "SecondFactorResponse[set]";
    }
  }

  /** Codes for whoever loses the app; each is good once. */
  @Introspected
  @Schema(name = "RecoveryCodesResponse")
  record RecoveryCodesResponse(List<String> recoveryCodes) {

    @Override
    public String toString() {
      return "RecoveryCodesResponse[set]";
    }
  }
}
