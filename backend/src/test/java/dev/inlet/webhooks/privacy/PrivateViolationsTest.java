package dev.inlet.webhooks.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.testing.Definitions;
import dev.inlet.webhooks.schema.Schemas;
import dev.inlet.webhooks.schema.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrivateViolationsTest {

  private static final PrivateNames NAMES = PrivateNames.of(List.of("member"));

  @Test
  void tellsWhichRuleIsBrokenAndNotWhatTheValueIs() {
    assertThat(told("{\"properties\":{\"member\":{\"type\":\"string\"}}}", "{\"member\":true}"))
        .containsExactly(
            new Violation("/member", "type", "member breaks the rule \"type\" of the schema."));
  }

  @Test
  void tellsNothingOfWhatStandsInIt() {
    Violation within = new Violation("/member/123-45-6789", "false", "It is not expected here.");

    assertThat(PrivateViolations.told(within, NAMES))
        .isEqualTo(
            new Violation("/member", "false", "member breaks the rule \"false\" of the schema."));
  }

  @Test
  void tellsThatItIsMissing() {
    assertThat(
            told(
                "{\"properties\":{\"member\":{\"type\":\"string\"}},\"required\":[\"member\"]}",
                "{}"))
        .containsExactly(
            new Violation("/member", "required", "member is missing; it is required."));
  }

  @Test
  void tellsNothingThroughTheWordsOfAChoice() {
    String schema =
        """
        {"properties":{"member":{"type":"boolean"},"other":{"type":"string"}},
         "anyOf":[{"required":["other"]},{"properties":{"member":{"const":false}},"required":["member"]}]}
        """;

    assertThat(told(schema, "{\"member\":true}"))
        .allSatisfy(violation -> assertThat(violation.message()).doesNotContain("true", "false"));
  }

  @Test
  void tellsAllOfTheOthers() {
    String schema =
        "{\"properties\":{\"member\":{\"type\":\"string\"},\"age\":{\"type\":\"integer\"}}}";

    assertThat(told(schema, "{\"age\":\"old\"}"))
        .containsExactly(
            new Violation("/age", "type", "age must be a whole number, but it is text."));
  }

  @Test
  void quotesNothingThatAParserStumbledOver() {
    Violation quoting =
        new Violation(
            "",
            "json",
            "The body is not valid JSON at line 1, column 9: \"x\" is not a JSON value.");

    assertThat(PrivateViolations.told(quoting, NAMES).message())
        .isEqualTo("The body is not valid JSON at line 1, column 9.");
  }

  private static List<Violation> told(String schema, String payload) {
    String typed = schema.replaceFirst("\\{", "{\"type\":\"object\",");
    return PrivateViolations.told(
        new Schemas()
            .checkText(typed)
            .sound()
            .orElseThrow()
            .validate(Definitions.SOMEBODY, Definitions.read(payload)),
        NAMES);
  }
}
