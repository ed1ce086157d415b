package dev.inlet.webhooks.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.testing.Definitions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the drafts of JSON Schema differ. */
class DraftsTest {

  private final Schemas schemas = new Schemas();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "DRAFT_4 | {\"type\":\"number\",\"minimum\":5,\"exclusiveMinimum\":true} | 5   | minimum",
        "DRAFT_4 | {\"type\":\"number\",\"minimum\":5,\"exclusiveMinimum\":true} | 5.1 | ``",
        "DRAFT_4 | {\"type\":\"number\",\"maximum\":5,\"exclusiveMaximum\":true} | 5   | maximum",
        "DRAFT_4 | {\"type\":\"number\",\"minimum\":5}                           | 5   | ``",
        "DRAFT_6 | {\"type\":\"number\",\"exclusiveMinimum\":5}                  | 5   | exclusiveMinimum",
        "DRAFT_6 | {\"type\":\"number\",\"exclusiveMaximum\":5}                  | 5   | exclusiveMaximum",
        "DRAFT_4 | {\"type\":\"integer\"}               | 1.0 | type",
        "DRAFT_6 | {\"type\":\"integer\"}               | 1.0 | ``",
        "DRAFT_7 | {\"type\":\"integer\"}               | 1.0 | ``",
        "DRAFT_2019_09 | {\"type\":\"integer\"}         | 1.0 | ``",
        "DRAFT_2020_12 | {\"type\":\"integer\"}         | 1.0 | ``",
        "DRAFT_2020_12 | {\"type\":\"integer\"}         | 1.5 | type",
        "DRAFT_4 | {\"type\":\"number\",\"const\":1}    | 2   | ``",
        "DRAFT_6 | {\"type\":\"number\",\"const\":1}    | 2   | const",
        "DRAFT_6 | {\"type\":\"number\",\"const\":1}    | 1.0 | ``",
        "DRAFT_6 | {\"type\":\"number\",\"if\":{},\"then\":{\"minimum\":9}} | 2 | ``",
        "DRAFT_7 | {\"type\":\"number\",\"if\":{},\"then\":{\"minimum\":9}} | 2 | minimum",
        "DRAFT_7 | {\"type\":\"number\",\"if\":{\"minimum\":5},\"else\":{\"minimum\":9}} | 2 | minimum",
      })
  void judgesByTheRulesOfItsDraft(Draft draft, String property, String value, String broken) {
    CompiledSchema schema = schema(draft, "\"properties\":{\"a\":%s}".formatted(property));

    assertThat(
            schema.validate(Definitions.SOMEBODY, Definitions.read("{\"a\":%s}".formatted(value))))
        .extracting(Violation::keyword)
        .containsExactly(broken.isEmpty() ? new String[0] : new String[] {broken});
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "DRAFT_4       | \"dependencies\":{\"a\":[\"b\"]}      | /a | dependencies",
        "DRAFT_7       | \"dependencies\":{\"a\":[\"b\"]}      | /a | dependencies",
        "DRAFT_2019_09 | \"dependentRequired\":{\"a\":[\"b\"]} | /b | dependentRequired",
        "DRAFT_2020_12 | \"dependentRequired\":{\"a\":[\"b\"]} | /b | dependentRequired",
        "DRAFT_2020_12 | \"unevaluatedProperties\":false       | /a | unevaluatedProperties",
        "DRAFT_6       | \"propertyNames\":{\"minLength\":2}   | /a | propertyNames",
      })
  void knowsTheKeywordsOfItsDraft(Draft draft, String keywords, String path, String broken) {
    CompiledSchema schema = schema(draft, keywords);

    assertThat(schema.validate(Definitions.SOMEBODY, Definitions.read("{\"a\":1}")))
        .extracting(Violation::path, Violation::keyword)
        .containsExactly(org.assertj.core.api.Assertions.tuple(path, broken));
  }

  @ParameterizedTest
  @EnumSource(Draft.class)
  void assertsFormats(Draft draft) {
    CompiledSchema schema =
        schema(
            draft,
            "\"properties\":{%s,%s,%s,%s}"
                .formatted(format("date-time"), format("email"), format("uri"), format("ipv4")));

    assertThat(
            schema.validate(
                Definitions.SOMEBODY,
                Definitions.read(
                    "{\"date-time\":\"x\",\"email\":\"x\",\"uri\":\"x y\",\"ipv4\":\"x\"}")))
        .extracting(Violation::path)
        .containsExactlyInAnyOrder("/date-time", "/email", "/uri", "/ipv4");
  }

  @ParameterizedTest
  @EnumSource(Draft.class)
  void assertsTheFormatOfTheSampleInEveryDraft(Draft draft) {
    CompiledSchema schema =
        schema(draft, "\"properties\":{%s,%s}".formatted(format("date"), format("time")));

    assertThat(
            schema.validate(
                Definitions.SOMEBODY, Definitions.read("{\"date\":\"26.5.2021\",\"time\":\"x\"}")))
        .extracting(Violation::path)
        .containsExactlyInAnyOrder("/date", "/time");
  }

  private static String format(String name) {
    return "\"%s\":{\"type\":\"string\",\"format\":\"%s\"}".formatted(name, name);
  }

  private CompiledSchema schema(Draft draft, String keywords) {
    SchemaCheck check =
        schemas.checkText(
            "{\"$schema\":\"%s\",\"type\":\"object\",%s}"
                .formatted(draft.dialect().getId(), keywords));
    assertThat(check.problems()).isEmpty();
    return check.sound().orElseThrow();
  }
}
