package dev.inlet.identity;

import dev.inlet.identity.credentials.AccessTokens;
import dev.inlet.identity.credentials.DeviceTokens;
import dev.inlet.identity.credentials.SecretToken;
import dev.inlet.platform.http.PublicUrl;
import dev.inlet.platform.tenancy.UserId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a browser keeps between requests: the refresh token, and that it signed in before. Both are
 * sent to the sign-in operations only, never to scripts, never across sites.
 */
@Singleton
class AuthCookies {

  private static final String PATH = "/api/auth";

  private final AccessTokens accessTokens;
  private final DeviceTokens deviceTokens;

  /** Not every browser takes a secure cookie from a trial on this machine. */
  private final boolean isSecure;

  AuthCookies(AccessTokens accessTokens, DeviceTokens deviceTokens, PublicUrl publicUrl) {
    this.accessTokens = accessTokens;
    this.deviceTokens = deviceTokens;
    this.isSecure = !publicUrl.of("").startsWith("http://localhost:");
  }

  Optional<SecretToken> refreshToken(HttpRequest<?> request) {
    return value(request, refreshName()).flatMap(text -> SecretToken.parse(text, 1));
  }

  @Nullable String deviceToken(HttpRequest<?> request) {
    return value(request, deviceName()).orElse(null);
  }

  /** The answer to whoever signed in or stays signed in. */
  MutableHttpResponse<TokenResponse> signedIn(HttpStatus status, Sessions.Continued continued) {
    Session session = continued.session();
    String accessToken = accessTokens.sign(new AccessTokens.Grant(session.user(), session.id()));
    MutableHttpResponse<TokenResponse> answer =
        HttpResponse.<TokenResponse>status(status)
            .body(new TokenResponse(accessToken, "Bearer", AccessTokens.LIFE.toSeconds()));
    SecretToken token = continued.token();
    return token == null
        ? answer
        : answer.cookie(cookie(refreshName(), token.text(), Sessions.LIFE));
  }

  <T> MutableHttpResponse<T> remembering(MutableHttpResponse<T> answer, UserId user) {
    return answer.cookie(cookie(deviceName(), deviceTokens.next(user), DeviceTokens.LIFE));
  }

  MutableHttpResponse<?> signedOut() {
    return HttpResponse.noContent().cookie(cookie(refreshName(), "", Duration.ZERO));
  }

  private static Optional<String> value(HttpRequest<?> request, String name) {
    return request.getCookies().findCookie(name).map(Cookie::getValue);
  }

  /** The prefix makes browsers refuse one that was not set over TLS. */
  private String refreshName() {
    return isSecure ? "__Secure-inlet_refresh" : "inlet_refresh";
  }

  private String deviceName() {
    return isSecure ? "__Secure-inlet_device" : "inlet_device";
  }

  private Cookie cookie(String name, String value, Duration life) {
    return Cookie.of(name, value)
        .path(PATH)
        .httpOnly(true)
        .secure(isSecure)
        .sameSite(SameSite.Strict)
        .maxAge(life);
  }
}
