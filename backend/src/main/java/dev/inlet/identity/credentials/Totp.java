package dev.inlet.identity.credentials;

import dev.samstevens.totp.code.DefaultCodeGenerator;
import dev.samstevens.totp.exceptions.CodeGenerationException;
import dev.samstevens.totp.secret.DefaultSecretGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * Codes of an authenticator app: RFC 6238 with what every app takes (SHA-1, six digits, 30
 * seconds).
 */
public final class Totp {

  private static final int STEP_SECONDS = 30;

  /** Clocks of phones differ: one step before and one after is taken too. */
  private static final int STEPS_AROUND = 1;

  private static final DefaultCodeGenerator GENERATOR = new DefaultCodeGenerator();

  private Totp() {}

  /** A new secret: 160 random bits in Base32, as people type it into an app. */
  public static String newSecret() {
    return new DefaultSecretGenerator(32).generate();
  }

  /** What a QR code for an authenticator app says. */
  public static String uri(String secret, String account) {
    return "otpauth://totp/Inlet:%s?secret=%s&issuer=Inlet&algorithm=SHA1&digits=6&period=%d"
        .formatted(
            URLEncoder.encode(account, StandardCharsets.UTF_8).replace("+", "%20"),
            secret,
            STEP_SECONDS);
  }

  /** The code of a moment. */
  public static String code(String secret, Instant at) {
    return code(secret, step(at));
  }

  /**
   * The time step that a code is for, near a moment; empty if it is for none.
   *
   * @param after only later steps count, so that no code is taken twice
   */
  public static OptionalLong step(String secret, String code, Instant at, long after) {
    long now = step(at);
    for (long step = now - STEPS_AROUND; step <= now + STEPS_AROUND; step++) {
      if (step > after && isEqual(code(secret, step), code)) {
        return OptionalLong.of(step);
      }
    }
    return OptionalLong.empty();
  }

  private static long step(Instant at) {
    return at.getEpochSecond() / STEP_SECONDS;
  }

  private static String code(String secret, long step) {
    try {
      return GENERATOR.generate(secret, step);
    } catch (CodeGenerationException e) {
      throw new IllegalStateException("A code could not be made", e);
    }
  }

  private static boolean isEqual(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
