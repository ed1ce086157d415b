package dev.inlet.webhooks.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.inlet.testing.Definitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemasTest {

  private final Schemas schemas = new Schemas();

  @Test
  void takesTheSampleOfTheProductDescription() {
    SchemaCheck check = schemas.checkText(Definitions.SAMPLE_SCHEMA);

    assertThat(check.problems()).isEmpty();
    assertThat(check.draft()).isEqualTo(Draft.DRAFT_2020_12);
    assertThat(check.sound()).isPresent();
  }

  @Test
  void listsThePropertiesInTheirOrder() {
    SchemaCheck check = schemas.checkText(Definitions.SAMPLE_SCHEMA);

    assertThat(check.properties())
        .extracting(SchemaProperty::name, p -> p.types().getFirst(), SchemaProperty::format)
        .containsExactly(
            tuple("firstName", "string", null),
            tuple("lastName", "string", null),
            tuple("date", "string", "date"),
            tuple("dateTime", "string", "date-time"),
            tuple("count", "integer", null),
            tuple("amount", "number", null));
    assertThat(check.properties())
        .filteredOn(SchemaProperty::isRequired)
        .extracting(SchemaProperty::name)
        .containsExactly("firstName", "lastName");
  }

  @ParameterizedTest
  @CsvSource({
    "http://json-schema.org/draft-04/schema#, DRAFT_4",
    "http://json-schema.org/draft-04/schema, DRAFT_4",
    "https://json-schema.org/draft-06/schema#, DRAFT_6",
    "http://json-schema.org/draft-06/schema#, DRAFT_6",
    "http://json-schema.org/draft-07/schema#, DRAFT_7",
    "https://json-schema.org/draft-07/schema, DRAFT_7",
    "https://json-schema.org/draft/2019-09/schema, DRAFT_2019_09",
    "http://json-schema.org/draft/2019-09/schema#, DRAFT_2019_09",
    "https://json-schema.org/draft/2020-12/schema, DRAFT_2020_12",
    "' https://json-schema.org/draft/2020-12/schema# ', DRAFT_2020_12",
    "'', DRAFT_2020_12",
    "' ', DRAFT_2020_12"
  })
  void tellsTheDraft(String named, Draft draft) {
    SchemaCheck check =
        schemas.checkText("{\"$schema\":\"%s\",\"type\":\"object\"}".formatted(named));

    assertThat(check.draft()).isEqualTo(draft);
    assertThat(check.problems()).isEmpty();
  }

  @Test
  void takesTheNewestDraftWhereNoneIsNamed() {
    SchemaCheck check = schemas.checkText("{\"type\":\"object\"}");

    assertThat(check.draft()).isEqualTo(Draft.DRAFT_2020_12);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"http://json-schema.org/draft-03/schema#\"",
        "\"http://json-schema.org/schema#\"",
        "\"https://evil.example/schema\"",
        "\"draft-07\"",
        "null",
        "7",
        "{}",
        "[]"
      })
  void refusesAnUnknownDraft(String named) {
    SchemaCheck check = schemas.checkText("{\"$schema\":%s,\"type\":\"object\"}".formatted(named));

    assertThat(check.draft()).isNull();
    assertThat(check.problems())
        .containsExactly(
            new SchemaProblem(
                "/$schema",
                1,
                12,
                "This draft is not known; Inlet knows draft-04, draft-06, draft-07, 2019-09, 2020-12."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false", "null", "[]", "\"object\"", "5"})
  void refusesADocumentThatIsNoObject(String text) {
    SchemaCheck check = schemas.checkText(text);

    assertThat(check.problems())
        .extracting(SchemaProblem::message)
        .containsExactly("A JSON Schema is an object: it begins with { and ends with }.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\\n  \"type\": \"object\",\\n}  | 3 | 1 | A property name in double quotes was expected instead of }.",
        "{\\n  \"type\": \"object\"\\n \"a\": 1} | 3 | 2 | A comma or a closing bracket was expected instead of \".",
        "{\"type\":\"object\",\\n\"type\":\"object\"} | 2 | 1 | The property \"type\" occurs twice.",
        "``  | 1 | 1 | The text is empty: a JSON object was expected.",
      })
  void saysWhereTheJsonIsBroken(String escaped, int line, int column, String sentence) {
    SchemaCheck check = schemas.checkText(escaped.replace("\\n", "\n"));

    assertThat(check.problems()).containsExactly(new SchemaProblem("", line, column, sentence));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"type\":\"object\",\"required\":\"a\"} | /required | 29 | required must be a list, but it is text.",
        "{\"type\":\"object\",\"required\":[1]} | /required/0 | 30 | required.0 must be text, but it is a whole number.",
        "{\"type\":\"object\",\"required\":[\"a\",\"a\"]} | /required | 29 | required must not list anything twice.",
        "{\"type\":\"object\",\"properties\":[]} | /properties | 31 | properties must be an object, but it is a list.",
        "{\"type\":\"strin\"} | /type | 9 | type must be one of: \"array\", \"boolean\", \"integer\", \"null\", \"number\", \"object\", \"string\".",
        "{\"type\":\"object\",\"properties\":{\"a\":5}} | /properties/a | 36 | properties.a must be an object or true or false, but it is a whole number.",
        "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"minLength\":-1}}} | /properties/a/minLength | 65 | properties.a.minLength must be at least 0.",
        "{\"type\":\"object\",\"properties\":{\"a/b\":{\"type\":\"number\",\"multipleOf\":0}}} | /properties/a~1b/multipleOf | 68 | properties.a/b.multipleOf must be greater than 0.",
      })
  void saysWhatIsNotValidAndWhere(String text, String pointer, int column, String sentence) {
    SchemaCheck check = schemas.checkText(text);

    assertThat(check.problems())
        .containsExactly(
            new SchemaProblem(
                pointer, 1, column, "This is not valid in JSON Schema 2020-12: " + sentence));
  }

  @Test
  void findsEveryInvalidPlace() {
    SchemaCheck check =
        schemas.checkText(
            "{\"type\":\"object\",\"required\":\"a\",\n\"properties\":{\"a\":{\"type\":\"strin\"}}}");

    assertThat(check.problems())
        .extracting(SchemaProblem::pointer, SchemaProblem::line)
        .containsExactlyInAnyOrder(tuple("/required", 1), tuple("/properties/a/type", 2));
  }

  @Test
  void givesNoLineWhereNoTextWasGiven() {
    SchemaCheck check = schemas.check(Definitions.read("{\"type\":\"strin\"}"));

    assertThat(check.problems()).extracting(SchemaProblem::line).containsOnlyNulls();
  }
}
