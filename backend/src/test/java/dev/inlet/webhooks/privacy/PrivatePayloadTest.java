package dev.inlet.webhooks.privacy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivatePayloadTest {

  private static final PrivateNames NAMES = PrivateNames.of(List.of("ssn", "größe"));

  @Test
  void leavesOutTheMemberAndNothingElse() {
    assertThat(without("{\"a\": 1.50, \"ssn\": \"123-45-6789\", \"b\": [1e5, null, \"é\"]}"))
        .contains("{\"a\":1.50,\"b\":[1e5,null,\"é\"]}");
  }

  @Test
  void keepsTheBytesOfAPayloadWithoutIt() {
    String body = "{ \"a\" : 1.50 }";

    assertThat(without(body)).contains(body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"SSN\":\"123-45-6789\"}",
        "{\" ssn \":\"123-45-6789\"}",
        "{\"\\u0073sn\":\"123-45-6789\"}",
        "{\"ｓｓｎ\":\"123-45-6789\"}",
        "{\"a\":{\"ssn\":\"123-45-6789\"}}",
        "{\"a\":[[{\"b\":1,\"ssn\":{\"c\":[\"123-45-6789\"]}}]]}",
        "[{\"ssn\":\"123-45-6789\"}]",
        "\uFEFF{\"ssn\":123456789,\"sSn\":\"123-45-6789\"}",
        "{\"gro\\u0308\\u00dfe\":\"123-45-6789\"}"
      })
  void findsTheMemberWhereverItStandsAndHoweverItIsWritten(String body) {
    assertThat(without(body)).isPresent();
    assertThat(without(body).orElseThrow()).doesNotContain("123");
    assertThat(masked(body).orElseThrow()).doesNotContain("123").contains("•••");
  }

  /** A stranger chooses names, too: each is gone through in no time. */
  @ParameterizedTest
  @ValueSource(strings = {"\u0301\u0323", "\u03A3", "\u03A3.", "\uFDFA"})
  void isNotHeldUpByWhatIsSlowToBeNormalized(String unit) {
    String name = "a" + unit.repeat(990 / unit.length());
    String body =
        IntStream.range(0, 400)
            .mapToObj(i -> "\"%s%d\":1".formatted(name, i))
            .collect(Collectors.joining(",", "{", "}"));

    // It took about ten.
    assertTimeout(Duration.ofSeconds(3), () -> without(body));
  }

  @ParameterizedTest
  @CsvSource({"ΟΔΟΣ, οδός, false", "ΟΔΌΣ, οδός, true", "ΟΔΌΣ, οδόσ, true"})
  void meansAGreekNameInCapitals(String member, String name, boolean isMeant) {
    assertThat(PrivateNames.of(List.of(name)).mean(member)).isEqualTo(isMeant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no json 123-45-6789",
        "{\"a\":1} 123-45-6789",
        "{\"ssn\":\"1\",\"ssn\":\"123-45-6789\"}",
        "{\"ssn\":\"123-45-67",
        "\"{\\\"ssn\\\":\\\"123-45-6789\\\"}\"",
        "123456789",
        ""
      })
  void takesWhatItCannotSearchToHoldIt(String body) {
    assertThat(without(body)).isEmpty();
    assertThat(masked(body)).isEmpty();
  }

  @Test
  void takesBytesThatAreNoTextToHoldIt() {
    byte[] body = "{\"ssn\":\"ä\"}".getBytes(ISO_8859_1);

    assertThat(PrivatePayload.without(body, NAMES)).isEmpty();
  }

  @Test
  void tellsWhichPropertiesItFoundByTheNamesTheyWereGiven() {
    byte[] body = "{\"SSN\":1,\"a\":{\"ssn\":2}}".getBytes(UTF_8);

    assertThat(PrivatePayload.without(body, NAMES).orElseThrow().found()).containsExactly("ssn");
  }

  private static Optional<String> without(String body) {
    return PrivatePayload.without(body.getBytes(UTF_8), NAMES)
        .map(rewritten -> new String(rewritten.body(), UTF_8));
  }

  private static Optional<String> masked(String body) {
    return PrivatePayload.masked(body.getBytes(UTF_8), NAMES)
        .map(rewritten -> new String(rewritten.body(), UTF_8));
  }
}
