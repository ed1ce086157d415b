package dev.inlet.webhooks.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.testing.Definitions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of {@code anyOf} and {@code oneOf}. */
class ChoiceViolationsTest {

  private final Schemas schemas = new Schemas();

  @ParameterizedTest
  @ValueSource(strings = {"anyOf", "oneOf"})
  void saysInOneViolationWhatFits(String keyword) {
    List<Violation> violations =
        validate(
            "\"properties\":{\"a\":{\"%s\":[{\"type\":\"string\"},{\"type\":\"integer\"}]}}"
                .formatted(keyword),
            "{\"a\":true}");

    assertThat(violations)
        .containsExactly(
            new Violation(
                "/a",
                keyword,
                "a fits none of the allowed forms: a must be text, but it is true; or a must be a whole number, but it is true."));
  }

  @Test
  void speaksOfTheFormThatWasMeant() {
    List<Violation> violations =
        validate(
            "\"properties\":{\"a\":{\"anyOf\":[{\"type\":\"null\"},{\"type\":\"string\",\"format\":\"date\"}]}}",
            "{\"a\":\"s3cret\"}");

    assertThat(violations)
        .containsExactly(new Violation("/a", "anyOf", "a must be a date such as 2021-05-26."));
  }

  @Test
  void saysThatTooManyFormsFit() {
    List<Violation> violations =
        validate(
            "\"properties\":{\"a\":{\"oneOf\":[{\"type\":\"string\"},{\"type\":[\"string\",\"null\"],\"minLength\":1},{\"type\":\"integer\"}]}}",
            "{\"a\":\"s3cret\"}");

    assertThat(violations)
        .containsExactly(
            new Violation("/a", "oneOf", "a fits more than one of the allowed forms."));
  }

  @Test
  void tellsValuesApartThatBreakTheSameChoice() {
    List<Violation> violations =
        validate(
            "\"additionalProperties\":{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"null\"}]}",
            "{\"x\":1,\"y\":2}");

    assertThat(violations).extracting(Violation::path).containsExactly("/x", "/y");
  }

  @Test
  void makesOneViolationOfChoicesWithinAChoice() {
    List<Violation> violations =
        validate(
            "\"properties\":{\"a\":{\"anyOf\":[{\"type\":\"null\"},{\"oneOf\":[{\"const\":1},{\"const\":2}]}]}}",
            "{\"a\":3}");

    assertThat(violations).extracting(Violation::path).containsExactly("/a");
  }

  @Test
  void namesTheBodyWhereTheFormsSpeakOfSeveralProperties() {
    List<Violation> violations =
        validate(
            "\"anyOf\":[{\"properties\":{\"a\":{\"type\":\"string\"}}},{\"properties\":{\"b\":{\"type\":\"string\"}}}]",
            "{\"a\":1,\"b\":2}");

    assertThat(violations)
        .containsExactly(
            new Violation(
                "",
                "anyOf",
                "The body fits none of the allowed forms: a must be text, but it is a whole number; or b must be text, but it is a whole number."));
  }

  @Test
  void isNotMisledByPropertiesThatAreNamedLikeKeywords() {
    List<Violation> violations =
        validate(
            "\"properties\":{\"anyOf\":{\"type\":\"string\"},\"oneOf\":{\"type\":\"string\"}}",
            "{\"anyOf\":1,\"oneOf\":2}");

    assertThat(violations)
        .extracting(Violation::path, Violation::keyword)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("/anyOf", "type"),
            org.assertj.core.api.Assertions.tuple("/oneOf", "type"));
  }

  @Test
  void keepsViolationsBesideAChoice() {
    List<Violation> violations =
        validate(
            "\"properties\":{\"a\":{\"anyOf\":[{\"type\":\"null\"}]}},\"required\":[\"b\"]",
            "{\"a\":1}");

    assertThat(violations).extracting(Violation::path).containsExactlyInAnyOrder("/b", "/a");
  }

  private List<Violation> validate(String keywords, String payload) {
    return schemas
        .checkText("{\"type\":\"object\",%s}".formatted(keywords))
        .sound()
        .orElseThrow()
        .validate(Definitions.SOMEBODY, Definitions.read(payload));
  }
}
