package dev.inlet.webhooks.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.testing.Definitions;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas at the edge of what is taken, and just beyond it; and what they cost. */
@Timeout(20)
class HostileSchemasTest {

  private final Schemas schemas = new Schemas();

  @ParameterizedTest
  @CsvSource({"19, true", "20, false"})
  void takesSchemasThatNestAsDeepAsTheLimit(int within, boolean isTaken) {
    // The property is one level, and the text in the innermost one is another.
    String schema =
        "{\"type\":\"object\",\"properties\":{\"a\":%s{\"type\":\"string\"}%s}}"
            .formatted("{\"allOf\":[".repeat(within), "]}".repeat(within));

    assertThat(isSound(schema)).isEqualTo(isTaken);
  }

  @ParameterizedTest
  @CsvSource({"262144, true", "262145, false"})
  void takesADocumentAsLongAsTheLimit(int bytes, boolean isTaken) {
    String schema = "{\"type\":\"object\",\"description\":\"%s\"}";
    int rest = bytes - (schema.length() - 2);

    assertThat(isSound(schema.formatted("x".repeat(rest)))).isEqualTo(isTaken);
  }

  @ParameterizedTest
  @CsvSource({"4999, true", "5000, false"})
  void takesAsManyPartsAsTheLimit(int branches, boolean isTaken) {
    // The schema itself is one.
    String schema =
        "{\"type\":\"object\",\"propertyNames\":%s}".formatted(all(branches - 1, i -> "{}"));

    assertThat(isSound(schema)).isEqualTo(isTaken);
  }

  @ParameterizedTest
  @CsvSource({"50, true", "51, false"})
  void takesAChainOfReferencesAsLongAsTheLimit(int references, boolean isTaken) {
    String chain =
        IntStream.range(0, references - 1)
            .mapToObj(i -> "\"d%d\":{\"$ref\":\"#/$defs/d%d\"},".formatted(i, i + 1))
            .collect(Collectors.joining());
    String schema =
        "{\"type\":\"object\",\"$ref\":\"#/$defs/d0\",\"$defs\":{%s\"d%d\":{}}}"
            .formatted(chain, references - 1);

    assertThat(isSound(schema)).isEqualTo(isTaken);
  }

  @ParameterizedTest
  @CsvSource({"500, true", "501, false"})
  void takesANameAsLongAsTheLimit(int length, boolean isTaken) {
    String schema =
        "{\"type\":\"object\",\"properties\":{\"%s\":{\"type\":\"string\"}}}"
            .formatted("n".repeat(length));

    assertThat(isSound(schema)).isEqualTo(isTaken);
  }

  @ParameterizedTest
  @CsvSource({"500, true", "501, false"})
  void takesAPatternAsLongAsTheLimit(int length, boolean isTaken) {
    assertThat(isSound(withPattern("a".repeat(length)))).isEqualTo(isTaken);
  }

  @ParameterizedTest
  @CsvSource({"20, true", "21, false"})
  void takesAsManyPatternsOfNamesAsTheLimit(int patterns, boolean isTaken) {
    String named =
        IntStream.range(0, patterns)
            .mapToObj("\"p%d\":{\"type\":\"string\"}"::formatted)
            .collect(Collectors.joining(","));

    assertThat(isSound("{\"type\":\"object\",\"patternProperties\":{%s}}".formatted(named)))
        .isEqualTo(isTaken);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1_000, 1_001, 100_000})
  void takesACountOfAPatternOnlyUpToTheLimit(int count) {
    assertThat(isSound(withPattern("a{%d}".formatted(count)))).isEqualTo(count <= 1_000);
  }

  @Test
  void countsPatternsAsPartsOfTheSchema() {
    String patterns = all(100, i -> "{\"pattern\":\"a{999}b{%d}\"}".formatted(i + 1));

    assertThat(problems("{\"type\":\"object\",\"propertyNames\":%s}".formatted(patterns)))
        .containsExactly("With every $ref unfolded the schema has more than 5000 parts.");
  }

  /** What is said at the top is not looked for anywhere. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"$id\":\"http://127.0.0.1:1/x\",",
        "\"$id\":\"https://json-schema.org/draft/2020-12/schema\",",
        "\"$id\":\"urn:uuid:1\",\"$anchor\":\"top\",",
        "\"$vocabulary\":{\"http://127.0.0.1:1/vocabulary\":true},",
        "\"$dynamicAnchor\":\"node\",",
        "\"$schema\":\"https://json-schema.org/draft/2019-09/schema\",\"$recursiveAnchor\":true,",
        "\"$comment\":\"http://127.0.0.1:1/\","
      })
  void looksNothingUpThatTheTopNames(String keyword) {
    CompiledSchema schema =
        sound(
            "{%s\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#/$defs/t\"}},\"$defs\":{\"t\":{\"type\":\"string\"}}}"
                .formatted(keyword));

    assertThat(schema.validate(Definitions.SOMEBODY, Definitions.read("{\"a\":1}"))).hasSize(1);
    assertThat(schema.validate(Definitions.SOMEBODY, Definitions.read("{\"a\":\"x\"}"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"$ref\":\"http://127.0.0.1:1/x\"",
        "\"$ref\":\"#node\",\"$defs\":{\"n\":{\"$anchor\":\"node\"}}",
        "\"$dynamicRef\":\"#node\"",
        "\"$recursiveRef\":\"#\"",
        "\"$defs\":{\"n\":{\"$id\":\"http://127.0.0.1:1/\",\"$ref\":\"other.json\"}}",
        "\"allOf\":[{\"$ref\":\"#/allOf/0\"}]",
        "\"if\":{\"$ref\":\"#\"}",
        "\"dependentSchemas\":{\"a\":{\"$ref\":\"#\"}}",
        "\"not\":{\"$ref\":\"file:///etc/passwd\"}",
        "\"contains\":{\"$ref\":\"ftp://127.0.0.1/\"}"
      })
  void refusesToLookElsewhereOrInCirclesWhereverThatIsAsked(String keywords) {
    assertThat(isSound("{\"type\":\"object\",%s}".formatted(keywords))).isFalse();
  }

  @Test
  void checksManyValuesAgainstAHugeEnum() {
    CompiledSchema schema =
        sound(
            "{\"type\":\"object\",\"additionalProperties\":{\"enum\":[%s]}}"
                .formatted(texts(20_000)));

    assertThat(schema.validate(Definitions.SOMEBODY, payload(60_000, i -> "t" + i % 20_000)))
        .isEmpty();
  }

  @Test
  void saysLittleOfAHugeEnum() {
    CompiledSchema schema =
        sound(
            "{\"type\":\"object\",\"additionalProperties\":{\"enum\":[%s]}}"
                .formatted(texts(20_000)));

    List<Violation> violations =
        schema.validate(Definitions.SOMEBODY, payload(10_000, i -> "none"));

    assertThat(length(violations)).isLessThan(1_000_000);
  }

  /** It would be told once more for each value that is another. */
  @ParameterizedTest
  @CsvSource({"const, 998, true", "const, 999, false", "enum, 998, true", "enum, 999, false"})
  void takesAValueToCompareWithAsLongAsTheLimit(String keyword, int length, boolean isTaken) {
    String value = "\"%s\"".formatted("x".repeat(length)); // its quotes count
    String schema =
        "{\"type\":\"object\",\"additionalProperties\":{\"%s\":%s}}"
            .formatted(keyword, keyword.equals("enum") ? "[" + value + "]" : value);

    assertThat(isSound(schema)).isEqualTo(isTaken);
    schemas
        .checkText(schema)
        .sound()
        .ifPresent(
            sound ->
                assertThat(
                        length(sound.validate(Definitions.SOMEBODY, payload(20_000, i -> "none"))))
                    .isLessThan(1_000_000));
  }

  @Test
  void saysOfThousandsOfRequiredPropertiesWhatFitsIntoAnAnswer() {
    CompiledSchema schema =
        sound("{\"type\":\"object\",\"required\":[%s]}".formatted(texts(20_000)));

    List<Violation> violations = schema.validate(Definitions.SOMEBODY, payload(0, i -> ""));

    assertThat(violations).hasSizeLessThanOrEqualTo(1_001);
    assertThat(length(violations)).isLessThan(1_000_000);
  }

  /** "Aa" and "BB" have the same hash, and so have all texts that are made of them alike. */
  @Test
  void refusesAnEnumWhoseValuesAreMadeToBeSlowToLookUp() {
    String alike =
        IntStream.range(0, 1 << 12)
            .mapToObj(HostileSchemasTest::alike)
            .collect(Collectors.joining(","));

    assertThat(
            problems(
                "{\"type\":\"object\",\"additionalProperties\":{\"enum\":[%s]}}".formatted(alike)))
        .containsExactly(
            "More than 20 of these values have the same hash, which makes looking one up slow.");
  }

  @Test
  void takesNamesOfAPayloadThatAreMadeToBeSlowToLookUp() {
    CompiledSchema schema =
        sound("{\"type\":\"object\",\"additionalProperties\":{\"type\":\"integer\"}}");
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < 1 << 15; i++) {
      payload.put(alike(i).replace("\"", ""), 1);
    }

    assertThat(schema.validate(Definitions.SOMEBODY, payload)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"^(a+)+$", "^(a|a)*$", "^(a|aa)+$", "^([a-z]+)*\\\\d$", "(x+x+)+y"})
  void findsNamesInLinearTimeWhateverTheirPattern(String pattern) {
    CompiledSchema schema =
        sound(
            "{\"type\":\"object\",\"patternProperties\":{\"%s\":{\"type\":\"integer\"}}}"
                .formatted(pattern));
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < 500; i++) {
      payload.put("a".repeat(900 - i) + "x".repeat(90) + "!", 1);
    }

    assertThat(schema.validate(Definitions.SOMEBODY, payload)).isEmpty();
  }

  /** Regular expressions that strangers send are compiled, and never run. */
  @ParameterizedTest
  @ValueSource(strings = {"(a+)+$", "((a{100}){100}){100}", "(?=x)", "[", "(((((((((("})
  void judgesAnExpressionInAPayloadInLittleTime(String expression) {
    CompiledSchema schema =
        sound(
            "{\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\",\"format\":\"regex\"}}");

    List<Violation> violations =
        schema.validate(Definitions.SOMEBODY, payload(1_000, i -> expression));

    assertThat(violations.isEmpty()).isEqualTo(expression.equals("(a+)+$"));
  }

  private boolean isSound(String schema) {
    return schemas.checkText(schema).sound().isPresent();
  }

  private CompiledSchema sound(String schema) {
    return schemas.checkText(schema).sound().orElseThrow();
  }

  private List<String> problems(String schema) {
    return schemas.checkText(schema).problems().stream().map(SchemaProblem::message).toList();
  }

  private static String withPattern(String pattern) {
    return "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"pattern\":\"%s\"}}}"
        .formatted(pattern);
  }

  /** A schema of so many branches, itself not counted. */
  private static String all(int branches, IntFunction<String> branch) {
    return "{\"allOf\":[%s]}"
        .formatted(IntStream.range(0, branches).mapToObj(branch).collect(Collectors.joining(",")));
  }

  private static String texts(int count) {
    return IntStream.range(0, count)
        .mapToObj("\"t%d\""::formatted)
        .collect(Collectors.joining(","));
  }

  private static String alike(int number) {
    return IntStream.range(0, 15)
        .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
        .collect(Collectors.joining("", "\"", "\""));
  }

  private static ObjectNode payload(int properties, IntFunction<String> value) {
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    IntStream.range(0, properties).forEach(i -> payload.put("p" + i, value.apply(i)));
    return payload;
  }

  private static int length(List<Violation> violations) {
    return violations.stream()
        .mapToInt(each -> each.path().length() + each.message().length())
        .sum();
  }
}
