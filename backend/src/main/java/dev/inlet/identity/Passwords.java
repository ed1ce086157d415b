package dev.inlet.identity;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.inject.Singleton;

/**
 * Argon2id with the parameters that OWASP's Password Storage Cheat Sheet gives as its first choice.
 */
@Singleton
final class Passwords {

  private static final Argon2Function FUNCTION =
      Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

  /** Compared against when there is no such user, so that the answer takes as long. */
  private final String nobody = hash("nobody's password");

  String hash(String password) {
    return Password.hash(password).addRandomSalt(16).with(FUNCTION).getResult();
  }

  boolean matches(String password, String hash) {
    return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
  }

  /** Takes the time of a comparison and never matches. */
  boolean matchesNobody(String password) {
    matches(password, nobody);
    return false;
  }
}
