package dev.inlet.identity.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

  /** The secret of RFC 6238's test vectors, in Base32. */
  private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  @ParameterizedTest
  @CsvSource({
    "59,287082",
    "1111111109,081804",
    "1111111111,050471",
    "1234567890,005924",
    "2000000000,279037",
    "20000000000,353130"
  })
  void makesTheCodesOfTheStandard(long second, String code) {
    assertThat(Totp.code(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
  }

  @Test
  void takesACodeOneStepEarlyOrLateAndNoOther() {
    Instant now = Instant.parse("2026-05-26T14:30:15Z");
    long step = now.getEpochSecond() / 30;

    assertThat(Totp.step(SECRET, Totp.code(SECRET, now), now, 0)).hasValue(step);
    assertThat(Totp.step(SECRET, Totp.code(SECRET, now.minusSeconds(30)), now, 0))
        .hasValue(step - 1);
    assertThat(Totp.step(SECRET, Totp.code(SECRET, now.plusSeconds(30)), now, 0))
        .hasValue(step + 1);
    assertThat(Totp.step(SECRET, Totp.code(SECRET, now.minusSeconds(60)), now, 0)).isEmpty();
    assertThat(Totp.step(SECRET, Totp.code(SECRET, now.plusSeconds(60)), now, 0)).isEmpty();
    assertThat(Totp.step(SECRET, Totp.code(SECRET, now), now, step)).as("again").isEmpty();
  }

  @Test
  void makesSecretsOf160BitsThatDiffer() {
    assertThat(Totp.newSecret()).matches("[A-Z2-7]{32}").isNotEqualTo(Totp.newSecret());
  }

  @Test
  void namesTheAccountInAUriWhateverItIsCalled() {
    assertThat(Totp.uri(SECRET, "a b+c@example.org"))
        .startsWith("otpauth://totp/Inlet:a%20b%2Bc%40example.org?secret=" + SECRET);
  }
}
