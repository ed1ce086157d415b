package dev.inlet.webhooks.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.testing.Definitions;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A payload is made up for whatever schema is accepted, or none. */
class SamplePayloadTest {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final Schemas schemas = new Schemas();

  @Test
  void theSampleSchemaHasAnExampleOfEverythingItDescribes() {
    assertThat(sample(Definitions.SAMPLE_SCHEMA))
        .hasToString(
            "{\"firstName\":\"firstName\",\"lastName\":\"lastName\",\"date\":\"2026-05-26\","
                + "\"dateTime\":\"2026-05-26T09:30:00Z\",\"count\":1,\"amount\":1}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"const\":7} | 7",
        "{\"type\":\"string\",\"examples\":[\"x\"],\"default\":\"y\"} | \"x\"",
        "{\"type\":\"string\",\"default\":7,\"enum\":[\"b\"]} | \"b\"",
        "{\"type\":[\"null\",\"string\"]} | \"name\"",
        "{\"type\":\"string\",\"format\":\"email\"} | \"homer@example.org\"",
        "{\"type\":\"string\",\"maxLength\":2} | \"na\"",
        "{\"type\":\"string\",\"minLength\":6} | \"namexx\"",
        "{\"type\":\"integer\",\"minimum\":10.5} | 11",
        "{\"type\":\"integer\",\"maximum\":-3} | -3",
        "{\"type\":\"integer\",\"exclusiveMinimum\":5} | 6",
        "{\"type\":\"integer\",\"multipleOf\":5,\"minimum\":6} | 10",
        "{\"type\":\"number\",\"exclusiveMaximum\":1,\"exclusiveMinimum\":0} | 0.5",
        "{\"$ref\":\"#/$defs/date\"} | \"2026-05-26\"",
        "{\"type\":\"string\",\"allOf\":[{\"maxLength\":5},{\"minLength\":5}]} | \"namex\"",
      })
  void aValueIsWhatItsAuthorGaveOrWhatFits(String property, String expected) {
    String schema =
        "{\"type\":\"object\",\"required\":[\"name\"],\"properties\":{\"name\":%s},\"$defs\":{\"date\":{\"type\":\"string\",\"format\":\"date\"}}}"
            .formatted(property);

    assertThat(sample(schema).get("name")).hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^[A-Z]{2}-\\\\d{4}$",
        "^(\\\\+1)?[2-9]\\\\d{9}$",
        "^[^@\\\\s]+@[^@\\\\s]+$",
        "^\\\\d{5}(-\\\\d{4})?$",
        "^(Mr|Ms)\\\\. \\\\w+$"
      })
  void aTextFitsItsPattern(String pattern) {
    assertThat(
            sample(
                "{\"type\":\"object\",\"required\":[\"a\"],\"properties\":{\"a\":{\"type\":\"string\",\"pattern\":\"%s\"}}}"
                    .formatted(pattern)))
        .isNotEmpty();
  }

  @Test
  void aBranchThatDemandsMoreIsFollowed() {
    String schema =
        """
        {"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},
         "oneOf":[{"required":["a"]},{"required":["b"]}]}""";

    assertThat(sample(schema)).hasToString("{\"a\":\"a\"}");
  }

  @Test
  void theWholeExampleOfTheAuthorIsTakenIfItIsValid() {
    String schema =
        """
        {"type":"object","properties":{"a":{"type":"integer"}},"examples":[{"a":"x"},{"a":42}]}""";

    assertThat(sample(schema)).hasToString("{\"a\":42}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"object\",\"required\":[\"a\"],\"properties\":{\"a\":{\"type\":\"integer\",\"minimum\":2,\"maximum\":1}}}",
        "{\"type\":\"object\",\"minProperties\":3,\"properties\":{\"a\":{\"type\":\"integer\"}}}",
        "{\"type\":\"object\",\"required\":[\"a\"],\"properties\":{\"a\":{\"type\":\"string\",\"minLength\":100000}}}",
        "{\"type\":\"object\",\"required\":[\"a\"],\"properties\":{\"a\":{\"type\":\"number\",\"minimum\":1e400}}}"
      })
  void whatNobodyFindsHasNone(String schema) {
    assertThat(found(schema)).isEmpty();
  }

  /** Nested repetitions would multiply to more than a machine holds. */
  @Test
  void aHostilePatternMakesNoHugeText() {
    String schema =
        "{\"type\":\"object\",\"required\":[\"a\"],\"properties\":{\"a\":{\"type\":\"string\",\"pattern\":\"%s\"}}}"
            .formatted("(".repeat(80) + "a" + ")*".repeat(80));

    found(schema).ifPresent(payload -> assertThat(payload.toString()).hasSizeLessThan(2_000));
  }

  @Property(tries = 50)
  void whatIsGivenIsValidAndHasWhatIsRequired(@ForAll("schemasOfProperties") ObjectNode schema) {
    SchemaCheck check = schemas.check(schema);
    if (check.sound().isEmpty()) {
      return;
    }
    CompiledSchema compiled = check.sound().get();

    Optional<JsonNode> payload = SamplePayload.of(Definitions.SOMEBODY, schema, compiled);

    assertThat(payload).as(schema.toString()).isPresent();
    assertThat(compiled.validate(Definitions.SOMEBODY, payload.get())).isEmpty();
  }

  @Provide
  Arbitrary<ObjectNode> schemasOfProperties() {
    Arbitrary<String> names = Arbitraries.strings().ofMinLength(1).ofMaxLength(12);
    return Combinators.combine(
            names.list().uniqueElements().ofMaxSize(6),
            property().list().ofSize(6),
            Arbitraries.of(true, false))
        .as(SamplePayloadTest::schema);
  }

  private static ObjectNode schema(
      List<String> names, List<ObjectNode> properties, boolean isClosed) {
    ObjectNode schema = JSON.createObjectNode().put("type", "object");
    ObjectNode described = schema.putObject("properties");
    for (int i = 0; i < names.size(); i++) {
      described.set(names.get(i), properties.get(i));
      if (i % 2 == 0) {
        schema.withArray("required").add(names.get(i));
      }
    }
    return isClosed ? schema.put("additionalProperties", false) : schema;
  }

  /** Each can be satisfied. */
  private static Arbitrary<ObjectNode> property() {
    Arbitrary<ObjectNode> texts =
        Combinators.combine(
                Arbitraries.integers().between(0, 40), Arbitraries.integers().between(0, 40))
            .as(
                (least, more) ->
                    JSON.createObjectNode()
                        .put("type", "string")
                        .put("minLength", least)
                        .put("maxLength", least + more));
    Arbitrary<ObjectNode> numbers =
        Combinators.combine(
                Arbitraries.of("integer", "number"),
                Arbitraries.integers().between(-1000, 1000),
                Arbitraries.integers().between(1, 50))
            .as(
                (type, least, unit) ->
                    JSON.createObjectNode()
                        .put("type", type)
                        .put("minimum", least)
                        .put("maximum", least + 2 * unit)
                        .put("multipleOf", unit));
    Arbitrary<ObjectNode> formats =
        Arbitraries.of("date", "date-time", "email", "uuid", "ipv4", "uri", "time", "hostname")
            .map(format -> JSON.createObjectNode().put("type", "string").put("format", format));
    Arbitrary<ObjectNode> others =
        Arbitraries.of("boolean", "null").map(type -> JSON.createObjectNode().put("type", type));
    return Arbitraries.oneOf(texts, numbers, formats, others);
  }

  private JsonNode sample(String schema) {
    return found(schema).orElseThrow();
  }

  private Optional<JsonNode> found(String text) {
    JsonNode schema = read(text);
    return SamplePayload.of(
        Definitions.SOMEBODY, schema, schemas.check(schema).sound().orElseThrow());
  }

  /** With numbers as long as they are written, as Inlet reads them. */
  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
