package dev.inlet.identity.credentials;

import dev.inlet.platform.tenancy.UserId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
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
      new SignedTokens.Kind("inlet-device+jwt", "inlet-sign-in", LIFE, Set.of("sub"));

  private final SignedTokens tokens;

  DeviceTokens(SignedTokens tokens) {
    this.tokens = tokens;
  }

  public String next(UserId user) {
    return tokens.sign(KIND, Map.of("sub", user.toString()));
  }

  /** Whether the user signed in with the device before. */
  public boolean isDeviceOf(UserId user, String token) {
    return tokens
        .verify(KIND, token)
        .map(claims -> user.toString().equals(claims.get("sub")))
        .orElse(false);
  }
}
