package dev.inlet.identity.credentials;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Argon2id with the parameters that OWASP's Password Storage Cheat Sheet gives as its first choice.
 * Each use takes a processor and 19 MiB; never all processors at once, or deliveries would wait.
 */
@Singleton
public final class Passwords {

  private static final Argon2Function FUNCTION =
      Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

  private final Semaphore places =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

  /** Compared against when there is no such user, so that the answer takes as long. */
  private final String nobody = hash("nobody's password");

  /**
   * What is stored of a password.
   *
   * @throws ProblemException if too many others are being hashed or compared
   */
  public String hash(String password) {
    return inTurn(() -> Password.hash(password).addRandomSalt(16).with(FUNCTION).getResult());
  }

  /**
   * Compares.
   *
   * @throws ProblemException if too many others are being hashed or compared
   */
  public boolean matches(String password, String hash) {
    return inTurn(
        () -> Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash)));
  }

  /** Takes the time of a comparison and never matches. */
  public boolean matchesNobody(String password) {
    matches(password, nobody);
    return false;
  }

  private <T> T inTurn(Supplier<T> work) {
    if (!acquired()) {
      throw new ProblemException(ProblemType.UNAVAILABLE);
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  private boolean acquired() {
    try {
      return places.tryAcquire(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
