package dev.inlet.identity.credentials;

import dev.inlet.platform.tenancy.Ids;
import dev.inlet.platform.tenancy.UserId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a browser keeps to show that a user signed in with it before. It opens nothing; it only lets
 * its holder guess beside the strangers and not behind them, so that no stranger can lock a user
 * out (OWASP: device cookies).
 */
@Singleton
public class DeviceTokens {

  public static final Duration LIFE = Duration.ofDays(180);

  private static final SignedTokens.Kind KIND =
      new SignedTokens.Kind("inlet-device+jwt", "inlet-sign-in", LIFE, Set.of("sub", "jti"));

  private final SignedTokens tokens;

  DeviceTokens(SignedTokens tokens) {
    this.tokens = tokens;
  }

  public String next(UserId user) {
    return tokens.sign(KIND, Map.of("sub", user.toString(), "jti", Ids.next().toString()));
  }

  /** The device's id, if the user signed in with it before. */
  public Optional<String> deviceOf(UserId user, String token) {
    return tokens
        .verify(KIND, token)
        .filter(claims -> user.toString().equals(claims.get("sub")))
        .map(claims -> claims.get("jti"));
  }
}
