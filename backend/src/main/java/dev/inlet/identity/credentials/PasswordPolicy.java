package dev.inlet.identity.credentials;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import dev.inlet.platform.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a new password must be: long enough, and not one that is guessed first. No rules about kinds
 * of characters, which make passwords worse (NIST SP 800-63B).
 */
public final class PasswordPolicy {

  public static final int LENGTH_MIN = 12;
  public static final int LENGTH_MAX = 128;

  /** Fewer guesses than this fall to an attacker who is only slowed down, not stopped. */
  private static final double GUESSES_LOG10_MIN = 8;

  /** Estimating takes time that grows faster than the text; this much tells enough. */
  private static final int ESTIMATED_LENGTH_MAX = 48;

  /** Knows the commonest passwords, names, words and patterns of keyboards. */
  private static final Zxcvbn ESTIMATOR = new Zxcvbn();

  private PasswordPolicy() {}

  /**
   * Refuses a password that is too short, too long or guessed too soon.
   *
   * @param pointer to the password in the request
   * @param known what an attacker would try first: the user's address and name
   */
  public static void require(String password, String pointer, String... known) {
    int length = password.codePointCount(0, password.length());
    if (length < LENGTH_MIN || length > LENGTH_MAX) {
      throw ProblemException.invalid(
          pointer, "A password has %d to %d characters.".formatted(LENGTH_MIN, LENGTH_MAX));
    }
    if (guessesLog10(password, known) < GUESSES_LOG10_MIN) {
      throw ProblemException.invalid(
          pointer,
          "This password is too easy to guess. Take several words that do not belong together.");
    }
  }

  private static double guessesLog10(String password, String[] known) {
    String beginning = password.substring(0, Math.min(password.length(), ESTIMATED_LENGTH_MAX));
    Strength strength = ESTIMATOR.measure(beginning, parts(known));
    return strength.getGuessesLog10();
  }

  /** Each text, what stands around its @, and its words. */
  private static List<String> parts(String[] known) {
    return Stream.concat(Stream.of("inlet", "imis"), Arrays.stream(known))
        .flatMap(
            text ->
                Stream.of(
                        Stream.of(text),
                        Arrays.stream(text.split("@", -1)),
                        Arrays.stream(text.split("[^\\p{L}\\d]+", -1)))
                    .flatMap(each -> each))
        .map(text -> text.toLowerCase(Locale.ROOT))
        .filter(text -> !text.isBlank())
        .distinct()
        .toList();
  }
}
