package dev.inlet.identity.credentials;

import dev.inlet.platform.tenancy.UserId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Access tokens (RFC 9068 in shape): short-lived, and good only while the session they name is,
 * which is asked on every request.
 */
@Singleton
public class AccessTokens {

  public static final Duration LIFE = Duration.ofMinutes(10);

  private static final SignedTokens.Kind KIND =
      new SignedTokens.Kind("at+jwt", "inlet-api", LIFE, Set.of("sub", "sid"));

  private final SignedTokens tokens;

  AccessTokens(SignedTokens tokens) {
    this.tokens = tokens;
  }

  /** Whom an access token was given to. */
  public record Grant(UserId user, UUID session) {}

  public String sign(Grant grant) {
    return tokens.sign(
        KIND, Map.of("sub", grant.user().toString(), "sid", grant.session().toString()));
  }

  /** Reads a token; empty unless it was signed here, for this API, and has not expired. */
  public Optional<Grant> verify(String token) {
    return tokens
        .verify(KIND, token)
        .map(
            claims ->
                new Grant(
                    new UserId(UUID.fromString(claims.get("sub"))),
                    UUID.fromString(claims.get("sid"))));
  }
}
