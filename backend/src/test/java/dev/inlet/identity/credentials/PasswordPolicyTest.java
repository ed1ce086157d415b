package dev.inlet.identity.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nulabinc.zxcvbn.Zxcvbn;
import dev.inlet.platform.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seven purple tractors",
        "correct horse battery",
        "kaputter Fahrradschlauch im Regen",
        "Tr0ub4dor&3-xylophone",
        "пароль из трёх слов",
        "🐘🐘🌵🌵🚲🚲🎷🎷🧀🧀🪁🪁"
      })
  void takesWhatIsHardToGuess(String password) {
    assertThatCode(() -> require(password)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "123456789012",
        "password1234",
        "Password123!",
        "passwordpassword",
        "qwertyuiop[]",
        "aaaaaaaaaaaaaaaa",
        "abcabcabcabcabc",
        "iloveyou1234",
        "inlet inlet inlet",
        "olive@example.org"
      })
  void refusesWhatIsGuessedFirst(String password) {
    assertThatThrownBy(() -> require(password))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("too easy to guess");
  }

  @Test
  void refusesEveryCommonPasswordThatIsLongEnough() throws IOException {
    List<String> common = commonPasswords();
    assertThat(common).hasSizeGreaterThan(20);

    assertThat(common).allSatisfy(password -> assertThatThrownBy(() -> require(password)));
  }

  @Test
  void countsCharactersAsPeopleDo() {
    assertThatThrownBy(() -> require("🐘🌵🚲🎷🧀🪁🐘🌵🚲🎷🧀")).hasMessageContaining("12 to 128");
    assertThatThrownBy(() -> require("x".repeat(129))).hasMessageContaining("12 to 128");
  }

  @Property(tries = 200)
  void takesWhateverAPasswordManagerMakes(
      @ForAll @AlphaChars @NumericChars @StringLength(min = 24, max = 128) String password) {
    long distinct = password.chars().distinct().count();
    if (distinct > 12) {
      assertThatCode(() -> require(password)).doesNotThrowAnyException();
    }
  }

  @Property(tries = 200)
  void judgesWhateverStrangersSendInABlink(
      @ForAll @StringLength(min = 0, max = 400) String password) {
    long start = System.nanoTime();
    try {
      require(password);
    } catch (ProblemException e) {
      assertThat(e).hasMessageNotContaining(password.length() > 8 ? password : "\0");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
  }

  private static void require(String password) {
    PasswordPolicy.require(password, "/password", "olive@example.org", "Olive Owner");
  }

  /** The library's own list, from the commonest on. */
  private static List<String> commonPasswords() throws IOException {
    try (var stream =
        Zxcvbn.class.getResourceAsStream(
            "/com/nulabinc/zxcvbn/matchers/dictionaries/passwords.txt")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.length() >= PasswordPolicy.LENGTH_MIN)
          .toList();
    }
  }
}
