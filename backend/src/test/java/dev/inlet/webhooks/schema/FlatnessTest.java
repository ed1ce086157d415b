package dev.inlet.webhooks.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlatnessTest {

  private static final String DEFS =
      "\"$defs\":{\"flat\":{\"type\":\"string\"},\"nested\":{\"type\":\"object\"},"
          + "\"any\":{},\"chain\":{\"$ref\":\"#/$defs/nested\"}}";

  private final Schemas schemas = new Schemas();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"string\"}",
        "{\"type\":[\"string\",\"integer\",\"number\",\"boolean\",\"null\"]}",
        "{\"enum\":[1,\"a\",null,true,1.5]}",
        "{\"const\":\"a\"}",
        "{\"$ref\":\"#/$defs/flat\"}",
        "{\"type\":\"string\",\"$ref\":\"#/$defs/any\"}",
        "{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"null\"}]}",
        "{\"oneOf\":[{\"type\":\"string\"},{\"const\":5}]}",
        "{\"allOf\":[{},{\"type\":\"string\"}]}",
        "{\"allOf\":[{\"type\":[\"string\",\"object\"]},{\"type\":[\"string\",\"array\"]}]}",
        "{\"not\":{\"type\":[\"object\",\"array\"]}}",
        "{\"type\":[\"string\",\"object\"],\"not\":{\"type\":\"object\"}}",
        "{\"type\":[\"string\",\"object\"],\"enum\":[\"a\",\"b\"]}",
        "false"
      })
  void takesPropertiesThatArePrimitive(String property) {
    SchemaCheck check = check("\"properties\":{\"a\":%s}".formatted(property));

    assertThat(check.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"type\":\"object\"}                        | objects",
        "{\"type\":\"array\"}                         | arrays",
        "{\"type\":\"array\",\"items\":{\"type\":\"string\"}} | arrays",
        "{}                                           | objects and arrays",
        "true                                         | objects and arrays",
        "{\"description\":\"x\"}                      | objects and arrays",
        "{\"type\":[\"string\",\"object\"]}           | objects",
        "{\"type\":[\"object\",\"array\",\"null\"]}   | objects and arrays",
        "{\"$ref\":\"#/$defs/nested\"}                | objects",
        "{\"$ref\":\"#/$defs/chain\"}                 | objects",
        "{\"$ref\":\"#/$defs/any\"}                   | objects and arrays",
        "{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"object\"}]} | objects",
        "{\"oneOf\":[{\"type\":\"string\"},{}]}       | objects and arrays",
        "{\"allOf\":[{\"minLength\":1}]}              | objects and arrays",
        "{\"enum\":[1,{\"a\":1}]}                     | objects",
        "{\"const\":[1]}                              | arrays",
        "{\"not\":{\"type\":\"object\"}}              | arrays",
        "{\"not\":{\"type\":\"object\",\"minProperties\":1},\"type\":[\"object\",\"string\"]} | objects",
        "{\"if\":{\"type\":\"string\"}}               | objects and arrays",
      })
  void refusesPropertiesThatMayBeNested(String property, String nested) {
    SchemaCheck check = check("\"properties\":{\"a/b~c\":%s}".formatted(property));

    assertThat(check.problems()).hasSize(1);
    assertThat(check.problems().getFirst().pointer()).isEqualTo("/properties/a~1b~0c");
    assertThat(check.problems().getFirst().message())
        .startsWith("\"a/b~c\" allows nested %s: ".formatted(nested));
    assertThat(check.sound()).isEmpty();
  }

  @Test
  void findsEveryOffender() {
    SchemaCheck check =
        check(
            "\"properties\":{\"a\":{\"type\":\"object\"},\"b\":{\"type\":\"string\"},\"c\":{}},"
                + "\"patternProperties\":{\"^x\":{\"type\":\"array\"}},"
                + "\"additionalProperties\":{\"type\":\"object\"}");

    assertThat(check.problems())
        .extracting(SchemaProblem::pointer)
        .containsExactlyInAnyOrder(
            "/properties/a", "/properties/c", "/patternProperties/^x", "/additionalProperties");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"allOf\":[{\"properties\":{\"b\":{\"type\":\"object\"}}}] | /allOf/0/properties/b",
        "\"anyOf\":[{},{\"properties\":{\"b\":{\"type\":\"object\"}}}] | /anyOf/1/properties/b",
        "\"oneOf\":[{\"properties\":{\"b\":{}}}] | /oneOf/0/properties/b",
        "\"if\":{},\"then\":{\"properties\":{\"b\":{}}} | /then/properties/b",
        "\"if\":{},\"else\":{\"properties\":{\"b\":{}}} | /else/properties/b",
        "\"dependentSchemas\":{\"a\":{\"properties\":{\"b\":{}}}} | /dependentSchemas/a/properties/b",
        "\"unevaluatedProperties\":{\"type\":\"array\"} | /unevaluatedProperties",
        "\"$ref\":\"#/$defs/more\",\"$defs\":{\"more\":{\"properties\":{\"b\":{}}}} | /$defs/more/properties/b",
      })
  void looksWhereverPropertiesAreDescribed(String keywords, String pointer) {
    SchemaCheck check = new Schemas().checkText("{\"type\":\"object\",%s}".formatted(keywords));

    assertThat(check.problems()).extracting(SchemaProblem::pointer).containsExactly(pointer);
  }

  @Test
  void looksIntoTheDependenciesOfOlderDrafts() {
    SchemaCheck check =
        schemas.checkText(
            "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"type\":\"object\","
                + "\"dependencies\":{\"a\":{\"properties\":{\"b\":{\"type\":\"object\"}}},\"c\":[\"d\"]}}");

    assertThat(check.problems())
        .extracting(SchemaProblem::pointer)
        .containsExactly("/dependencies/a/properties/b");
  }

  @Test
  void believesNoKeywordThatItsDraftDoesNotKnow() {
    String draft4 =
        "{\"$schema\":\"http://json-schema.org/draft-04/schema#\",\"type\":\"object\","
            + "\"properties\":{\"a\":{\"const\":1}}}";

    assertThat(schemas.checkText(draft4).problems())
        .extracting(SchemaProblem::pointer)
        .containsExactly("/properties/a");
  }

  @Test
  void believesNothingBesideAReferenceOfADraftThatIgnoresIt() {
    String draft7 =
        "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"type\":\"object\","
            + "\"definitions\":{\"any\":{}},"
            + "\"properties\":{\"a\":{\"type\":\"string\",\"$ref\":\"#/definitions/any\"}}}";

    assertThat(schemas.checkText(draft7).problems())
        .extracting(SchemaProblem::pointer)
        .containsExactly("/properties/a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "{}", "false", "{\"type\":\"string\"}"})
  void leavesAsideWhatIsNotDescribed(String additional) {
    assertThat(check("\"additionalProperties\":%s".formatted(additional)).problems()).isEmpty();
  }

  @Test
  void narrowsAPropertyByEverythingThatIsAlwaysSaidOfIt() {
    SchemaCheck check =
        check(
            "\"properties\":{\"a\":{}},\"allOf\":[{\"properties\":{\"a\":{\"type\":\"string\"}}}]");

    assertThat(check.problems()).isEmpty();
    assertThat(check.properties().getFirst().types()).containsExactly("string");
  }

  @Test
  void countsWhatIsSaidSometimesAndAlwaysAsSaidAlways() {
    SchemaCheck check =
        new Schemas()
            .checkText(
                "{\"type\":\"object\",\"allOf\":[{\"anyOf\":[{\"$ref\":\"#/$defs/x\"}]},{\"$ref\":\"#/$defs/x\"}],"
                    + "\"properties\":{\"a\":{}},"
                    + "\"$defs\":{\"x\":{\"properties\":{\"a\":{\"type\":\"string\"}},\"required\":[\"a\"]}}}");

    assertThat(check.problems()).isEmpty();
    assertThat(check.properties()).extracting(SchemaProperty::isRequired).containsExactly(true);
  }

  @Test
  void listsTheTypesOfAPropertyThatIsDescribedSometimes() {
    SchemaCheck check =
        check(
            "\"anyOf\":[{\"properties\":{\"a\":{\"type\":\"string\"}}},{\"properties\":{\"a\":{\"type\":\"null\"}}}]");

    assertThat(check.properties().getFirst().types()).containsExactly("null", "string");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"properties\":{}}                | ``",
        "{\"type\":\"array\"}               | /type",
        "{\"type\":\"string\"}              | /type",
        "{\"type\":[\"object\",\"null\"]}   | /type",
        "{\"anyOf\":[{\"type\":\"object\"},{\"type\":\"array\"}]} | ``",
      })
  void requiresAnObject(String schema, String pointer) {
    SchemaCheck check = schemas.checkText(schema);

    assertThat(check.problems()).hasSize(1);
    assertThat(check.problems().getFirst().pointer()).isEqualTo(pointer);
    assertThat(check.problems().getFirst().message())
        .isEqualTo("The schema must describe an object: write \"type\": \"object\" at its top.");
  }

  private SchemaCheck check(String keywords) {
    return schemas.checkText("{\"type\":\"object\",%s,%s}".formatted(DEFS, keywords));
  }
}
