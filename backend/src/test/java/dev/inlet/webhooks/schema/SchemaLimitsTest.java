package dev.inlet.webhooks.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.testing.Definitions;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class SchemaLimitsTest {

  private final Schemas schemas = new Schemas();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1/x.json",
        "https://json-schema.org/draft-07/schema#",
        "file:///etc/passwd",
        "other.json",
        "other.json#/a",
        "/a",
        "//host/a",
        "#name",
        "urn:x",
        "classpath:a.json",
        "jar:file:/a.jar!/x"
      })
  void refusesAReferenceToElsewhere(String reference) {
    assertThat(problem("{\"type\":\"string\",\"$ref\":\"%s\"}".formatted(reference)))
        .isEqualTo(
            "/properties/a/$ref: Nothing is loaded from elsewhere: a $ref must point into this"
                + " document, such as \"#/$defs/name\".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"#/$defs/x", "#/properties/b", "#/properties/a/type", "#/", "#/type", "#/%zz"})
  void refusesAReferenceToNothing(String reference) {
    assertThat(problem("{\"$ref\":\"%s\"}".formatted(reference)))
        .isEqualTo("/properties/a/$ref: This $ref points at nothing in this document.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"$ref\":\"#\"",
        "\"properties\":{\"a\":{\"$ref\":\"#\"}}",
        "\"properties\":{\"a\":{\"$ref\":\"#/properties/a\"}}",
        "\"properties\":{\"a\":{\"$ref\":\"#/properties/b\"},\"b\":{\"$ref\":\"#/properties/a\"}}",
        "\"$defs\":{\"a\":{\"allOf\":[{\"$ref\":\"#/$defs/b\"}]},\"b\":{\"not\":{\"$ref\":\"#/$defs/%61\"}}}",
        "\"x\":{\"$ref\":\"#/y\"},\"y\":{\"$ref\":\"#/x\"},\"properties\":{\"a\":{\"$ref\":\"#/x\"}}"
      })
  void refusesReferencesThatLeadBackToThemselves(String keywords) {
    SchemaCheck check = schemas.checkText("{\"type\":\"object\",%s}".formatted(keywords));

    assertThat(check.problems()).hasSize(1);
    assertThat(check.problems().getFirst().message()).endsWith("\" leads back to itself.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"$ref\":\"http://127.0.0.1:1/\"  | /x/$ref",
        "\"$ref\":\"#/nowhere\"            | /x/$ref",
        "\"pattern\":\"(?=y)\"             | /x/pattern",
        "\"$dynamicRef\":\"#y\"            | /x/$dynamicRef",
        "\"$id\":\"http://127.0.0.1:1/\"   | /x",
        "\"$schema\":\"http://127.0.0.1:1/\" | /x/$schema",
      })
  void looksBehindReferencesInKeywordsThatItDoesNotKnow(String keyword, String pointer) {
    SchemaCheck check =
        schemas.checkText(
            "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#/x\"}},\"x\":{\"type\":\"string\",%s}}"
                .formatted(keyword));

    assertThat(check.problems()).extracting(SchemaProblem::pointer).containsExactly(pointer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"$dynamicRef", "$recursiveRef"})
  void refusesDynamicReferences(String keyword) {
    assertThat(problem("{\"type\":\"string\",\"%s\":\"#\"}".formatted(keyword)))
        .isEqualTo("/properties/a/%s: %s is not supported; use $ref.".formatted(keyword, keyword));
  }

  @Test
  void refusesADialectWithinTheSchema() {
    assertThat(problem("{\"type\":\"string\",\"$schema\":\"http://127.0.0.1:1/meta\"}"))
        .isEqualTo("/properties/a/$schema: Only the top of the document may say $schema.");
  }

  @Test
  void refusesAnIdentityWithinTheSchema() {
    assertThat(problem("{\"type\":\"string\",\"$id\":\"http://json-schema.org/draft-07/schema\"}"))
        .isEqualTo("/properties/a: A schema within the schema must not have an $id of its own.");
  }

  @Test
  void takesAPropertyThatIsCalledId() {
    SchemaCheck check =
        schemas.checkText(
            "{\"$id\":\"https://example.org/x\",\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"},"
                + "\"$ref\":{\"type\":\"string\"},\"pattern\":{\"type\":\"string\"},\"anyOf\":{\"type\":\"string\"}}}");

    assertThat(check.problems()).isEmpty();
    assertThat(check.properties())
        .extracting(SchemaProperty::name)
        .containsExactly("id", "$ref", "pattern", "anyOf");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a~0b~1c%25", "a~0b~1c%25%20"})
  void followsReferencesToNamesWithSpecialCharacters(String reference) {
    String name = reference.endsWith("20") ? "a~b/c% " : "a~b/c%";
    SchemaCheck check =
        schemas.checkText(
            "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#/$defs/%s\"}},\"$defs\":{\"%s\":{\"type\":\"string\"}}}"
                .replaceFirst("%s", reference)
                .replaceFirst("%s", name));

    assertThat(check.problems()).isEmpty();
    assertThat(
            check
                .sound()
                .orElseThrow()
                .validate(Definitions.SOMEBODY, Definitions.read("{\"a\":1}")))
        .hasSize(1);
  }

  @Test
  void refusesReferencesThatUnfoldWithoutEnd() {
    String levels =
        IntStream.range(0, 30)
            .mapToObj(
                i ->
                    "\"d%d\":{\"allOf\":[{\"$ref\":\"#/$defs/d%d\"},{\"$ref\":\"#/$defs/d%d\"}]}"
                        .formatted(i, i + 1, i + 1))
            .collect(Collectors.joining(","));
    String schema =
        "{\"type\":\"object\",\"$ref\":\"#/$defs/d0\",\"$defs\":{%s,\"d30\":{}}}".formatted(levels);

    assertThat(schemas.checkText(schema).problems())
        .extracting(SchemaProblem::message)
        .containsExactly("With every $ref unfolded the schema has more than 5000 parts.");
  }

  @Test
  void refusesALongChainOfReferences() {
    String chain =
        IntStream.range(0, 5_000)
            .mapToObj(i -> "\"d%d\":{\"$ref\":\"#/$defs/d%d\"}".formatted(i, i + 1))
            .collect(Collectors.joining(","));
    String schema =
        "{\"type\":\"object\",\"$ref\":\"#/$defs/d0\",\"$defs\":{%s,\"d5000\":{}}}"
            .formatted(chain);

    assertThat(schemas.checkText(schema).problems())
        .extracting(SchemaProblem::message)
        .containsExactly("A $ref leads to a $ref, and so on, more than 50 times.");
  }

  @Test
  void refusesSchemasThatNestTooDeep() {
    String schema =
        "{\"type\":\"object\",\"properties\":{\"a\":%s{\"type\":\"string\"}%s}}"
            .formatted("{\"allOf\":[".repeat(20), "]}".repeat(20));

    assertThat(schemas.checkText(schema).problems().getFirst().message())
        .isEqualTo("Schemas nest deeper than 20 levels here.");
  }

  @Test
  void refusesADocumentThatNestsTooDeepHoweverItCame() {
    String deep = "{\"type\":\"object\",\"x\":%s1%s}".formatted("[".repeat(900), "]".repeat(900));

    assertThat(schemas.check(Definitions.read(deep)).problems())
        .extracting(SchemaProblem::message)
        .containsExactly("The schema is nested too deep.");
  }

  @Test
  void refusesADocumentThatIsTooLongHoweverItCame() {
    String wide = "{\"type\":\"object\",\"description\":\"%s\"}".formatted("x".repeat(256 * 1024));

    assertThat(schemas.checkText(wide).problems())
        .extracting(SchemaProblem::message)
        .containsExactly("The schema is longer than 256 KiB.");
    assertThat(schemas.check(Definitions.read(wide)).problems()).hasSize(1);
  }

  @Test
  void listsNoMoreProblemsThanAnybodyReads() {
    String properties =
        IntStream.range(0, 4_000)
            .mapToObj("\"p%d\":{}"::formatted)
            .collect(Collectors.joining(","));

    SchemaCheck check =
        schemas.checkText("{\"type\":\"object\",\"properties\":{%s}}".formatted(properties));

    assertThat(check.problems()).hasSize(100);
  }

  @Test
  void staysSmallWhereNamesAreLongAndDeep() {
    String opening = "{\"dependentSchemas\":{\"%s\":".formatted("n".repeat(500)).repeat(18);
    String leaves =
        IntStream.range(0, 15_000)
            .mapToObj("\"p%d\":true"::formatted)
            .collect(Collectors.joining(","));
    String schema =
        "{\"type\":\"object\",\"x\":1,\"not\":%s{\"properties\":{%s}}%s}"
            .formatted(opening, leaves, "}}".repeat(18));

    assertThat(schemas.checkText(schema).problems()).hasSize(1);
  }

  private String problem(String property) {
    SchemaCheck check =
        schemas.checkText("{\"type\":\"object\",\"properties\":{\"a\":%s}}".formatted(property));
    assertThat(check.problems()).hasSize(1);
    SchemaProblem problem = check.problems().getFirst();
    return problem.pointer() + ": " + problem.message();
  }
}
