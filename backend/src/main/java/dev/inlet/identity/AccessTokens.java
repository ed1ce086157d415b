package dev.inlet.identity;

import dev.inlet.platform.security.Caller;
import io.micronaut.security.token.jwt.generator.JwtTokenGenerator;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Signs access tokens: short-lived, and good only while their session is. */
@Singleton
class AccessTokens {

  static final Duration LIFE = Duration.ofMinutes(10);
  static final String ISSUER = "inlet";
  static final String AUDIENCE = "inlet-api";

  private final JwtTokenGenerator generator;
  private final Clock clock;

  AccessTokens(JwtTokenGenerator generator, Clock clock) {
    this.generator = generator;
    this.clock = clock;
  }

  String sign(Session session) {
    Instant now = clock.instant();
    Map<String, Object> claims =
        Map.of(
            "sub",
            session.user().toString(),
            "iss",
            ISSUER,
            "aud",
            AUDIENCE,
            "iat",
            now.getEpochSecond(),
            "nbf",
            now.getEpochSecond(),
            "exp",
            now.plus(LIFE).getEpochSecond(),
            Caller.SESSION_CLAIM,
            session.id().toString());
    return generator
        .generateToken(claims)
        .orElseThrow(() -> new IllegalStateException("An access token could not be signed"));
  }
}
