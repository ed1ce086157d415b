package dev.inlet.identity;

import dev.inlet.identity.credentials.PasswordPolicy;
import dev.inlet.identity.credentials.Throttle;
import dev.inlet.identity.credentials.Throttle.Kind;
import dev.inlet.identity.credentials.Throttle.Subject;
import dev.inlet.platform.http.Origin;
import dev.inlet.platform.json.EmailAddress;
import dev.inlet.platform.json.OneLine;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

@Controller("/api/auth")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Sign-in")
class AuthController {

  private final Founding founding;
  private final SignIn signIn;
  private final Sessions sessions;
  private final AuthCookies cookies;
  private final Throttle throttle;

  AuthController(
      Founding founding, SignIn signIn, Sessions sessions, AuthCookies cookies, Throttle throttle) {
    this.founding = founding;
    this.signIn = signIn;
    this.sessions = sessions;
    this.cookies = cookies;
    this.throttle = throttle;
  }

  /** Founds an organization with its owner, who is signed in at once. */
  @Post("/sign-up")
  @Status(HttpStatus.CREATED)
  @RequiresPermission(Permission.USE_OPENLY)
  MutableHttpResponse<TokenResponse> signUp(
      @Valid @Body SignUpRequest request, @Parameter(hidden = true) Origin origin) {
    throttle.admit(List.of(Subject.ofAddress(Kind.SIGN_UP_FROM_ADDRESS, origin.address())));
    PasswordPolicy.require(
        request.password(),
        "/password",
        request.email(),
        request.name(),
        request.organizationName());
    Founding.Founded founded =
        founding.found(
            request.organizationName().strip(),
            OrganizationChoice.slug(request.organizationSlug()),
            new Founding.Owner(request.name().strip(), request.email(), request.password()),
            origin);
    return cookies.remembering(
        cookies.signedIn(HttpStatus.CREATED, signIn.begin(founded.owner(), false, origin)),
        founded.owner().id());
  }

  /**
   * Signs in. The answer carries an access token, and a cookie that {@code refresh} takes. Whoever
   * has a second factor is asked for its code: the same request again, with the code.
   */
  @Post("/login")
  @RequiresPermission(Permission.USE_OPENLY)
  MutableHttpResponse<TokenResponse> login(
      @Valid @Body LoginRequest request,
      @Parameter(hidden = true) HttpRequest<?> http,
      @Parameter(hidden = true) Origin origin) {
    Sessions.Continued begun =
        signIn.begin(
            new SignIn.Attempt(
                request.email(), request.password(), request.code(), cookies.deviceToken(http)),
            origin);
    return cookies.remembering(cookies.signedIn(HttpStatus.OK, begun), begun.session().user());
  }

  /** Exchanges the cookie of {@code login} for a new access token and a new cookie. */
  @Post("/refresh")
  @RequiresPermission(Permission.USE_OPENLY)
  MutableHttpResponse<TokenResponse> refresh(
      @Parameter(hidden = true) HttpRequest<?> http, @Parameter(hidden = true) Origin origin) {
    return cookies
        .refreshToken(http)
        .flatMap(token -> sessions.refresh(token, origin))
        .map(continued -> cookies.signedIn(HttpStatus.OK, continued))
        .orElseThrow(() -> new ProblemException(ProblemType.SIGN_IN_REQUIRED));
  }

  /** Signs out: the session's access tokens and its cookie are worth nothing from now on. */
  @Post("/logout")
  @Status(HttpStatus.NO_CONTENT)
  @RequiresPermission(Permission.USE_OPENLY)
  MutableHttpResponse<?> logout(
      @Parameter(hidden = true) HttpRequest<?> http, @Parameter(hidden = true) Origin origin) {
    cookies.refreshToken(http).ifPresent(token -> sessions.end(token, origin));
    return cookies.signedOut();
  }

  /**
   * Who founds what.
   *
   * @param organizationSlug begins each of its open URLs, for ever; left out, one that resembles
   *     the name
   * @param name the owner's
   */
  @Introspected
  @Schema(name = "SignUpRequest")
  record SignUpRequest(
      @NotBlank(message = "Give the organization a name.")
          @Size(max = 200, message = "A name has at most 200 characters.")
          @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
          String organizationName,
      @Nullable String organizationSlug,
      @NotBlank(message = "Give your name.")
          @Size(max = 200, message = "A name has at most 200 characters.")
          @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
          String name,
      @NotBlank(message = "Give your e-mail address.")
          @Pattern(regexp = EmailAddress.PATTERN, message = EmailAddress.MESSAGE)
          @Size(max = 254, message = "An e-mail address has at most 254 characters.")
          String email,
      @NotNull(message = "Choose a password.") String password) {

    @Override
    public String toString() {
      return "SignUpRequest[set]";
    }
  }

  /**
   * Who signs in.
   *
   * @param code of the second factor, or a recovery code; left out by whoever has none
   */
  @Introspected
  @Schema(name = "LoginRequest")
  record LoginRequest(
      @NotBlank(message = "Give your e-mail address.") @Size(max = 254) String email,
      @NotBlank(message = "Give your password.") @Size(max = 512) String password,
      @Nullable @Size(max = 100) String code) {

    @Override
    public String toString() {
      return "LoginRequest[set]";
    }
  }
}
