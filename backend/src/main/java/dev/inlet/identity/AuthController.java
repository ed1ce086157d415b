package dev.inlet.identity;

import dev.inlet.platform.http.PublicUrl;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Controller("/api/auth")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Sign-in")
class AuthController {

  static final String COOKIE = "inlet_refresh";

  private final Sessions sessions;
  private final AccessTokens accessTokens;

  /** Not every browser takes a secure cookie from a trial on this machine. */
  private final boolean isSecure;

  AuthController(Sessions sessions, AccessTokens accessTokens, PublicUrl publicUrl) {
    this.sessions = sessions;
    this.accessTokens = accessTokens;
    this.isSecure = !publicUrl.of("").startsWith("http://localhost:");
  }

  /** Signs in. The answer carries an access token, and a cookie that {@code refresh} takes. */
  @Post("/login")
  MutableHttpResponse<TokenResponse> login(@Valid @Body LoginRequest request) {
    return answer(sessions.begin(request.email(), request.password()));
  }

  /** Exchanges the cookie of {@code login} for a new access token and a new cookie. */
  @Post("/refresh")
  MutableHttpResponse<TokenResponse> refresh(
      @Parameter(hidden = true) @CookieValue(COOKIE) @Nullable String cookie) {
    return token(cookie)
        .flatMap(sessions::refresh)
        .map(this::answer)
        .orElseThrow(() -> new ProblemException(ProblemType.SIGN_IN_REQUIRED));
  }

  /** Signs out: the session's access tokens and its cookie are worth nothing from now on. */
  @Post("/logout")
  @Status(HttpStatus.NO_CONTENT)
  MutableHttpResponse<?> logout(
      @Parameter(hidden = true) @CookieValue(COOKIE) @Nullable String cookie) {
    token(cookie).flatMap(sessions::refresh).ifPresent(last -> sessions.end(last.session().id()));
    return HttpResponse.noContent().cookie(cookie("", Duration.ZERO));
  }

  private MutableHttpResponse<TokenResponse> answer(Sessions.Continued continued) {
    TokenResponse body =
        new TokenResponse(
            accessTokens.sign(continued.session()), "Bearer", AccessTokens.LIFE.toSeconds());
    MutableHttpResponse<TokenResponse> answer = HttpResponse.ok(body);
    RefreshToken token = continued.token();
    return token == null ? answer : answer.cookie(cookie(token.text(), Sessions.LIFE));
  }

  private static Optional<RefreshToken> token(@Nullable String cookie) {
    return Optional.ofNullable(cookie).flatMap(RefreshToken::parse);
  }

  private Cookie cookie(String value, Duration life) {
    return Cookie.of(COOKIE, value)
        .path("/api/auth")
        .httpOnly(true)
        .secure(isSecure)
        .sameSite(SameSite.Strict)
        .maxAge(life);
  }

  /** Who signs in. */
  @Introspected
  @Schema(name = "LoginRequest")
  record LoginRequest(
      @NotBlank(message = "Give your e-mail address.") @Size(max = 254) String email,
      @NotBlank(message = "Give your password.") @Size(max = 128) String password) {

    @Override
    public String toString() {
      return "LoginRequest[email=%s]".formatted(email);
    }
  }
}
