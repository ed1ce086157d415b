package dev.inlet.webhooks.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.inlet.testing.Definitions;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViolationsTest {

  private final Schemas schemas = new Schemas();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"type\":\"string\"}            | 5        | type      | a must be text, but it is a whole number.",
        "{\"type\":\"string\"}            | 5.5      | type      | a must be text, but it is a number.",
        "{\"type\":\"string\"}            | null     | type      | a must be text, but it is null.",
        "{\"type\":\"string\"}            | true     | type      | a must be text, but it is true.",
        "{\"type\":\"string\"}            | {}       | type      | a must be text, but it is an object.",
        "{\"type\":\"string\"}            | [1]      | type      | a must be text, but it is a list.",
        "{\"type\":\"integer\"}           | \"s3cret\" | type    | a must be a whole number, but it is text.",
        "{\"type\":[\"number\",\"null\"]} | \"s3cret\" | type    | a must be a number or null, but it is text.",
        "{\"type\":\"boolean\"}           | 0        | type      | a must be true or false, but it is a whole number.",
        "{\"enum\":[\"x\",1,null]}        | \"s3cret\" | enum    | a must be one of: \"x\", 1, null.",
        "{\"const\":\"x\"}                | \"s3cret\" | const   | a must be \"x\".",
        "{\"type\":\"string\",\"minLength\":9} | \"s3cret\" | minLength | a must have at least 9 characters.",
        "{\"type\":\"string\",\"minLength\":1} | \"\"       | minLength | a must have at least 1 character.",
        "{\"type\":\"string\",\"maxLength\":2} | \"s3cret\" | maxLength | a must have at most 2 characters.",
        "{\"type\":\"string\",\"pattern\":\"^x$\"} | \"s3cret\" | pattern | a must match the pattern ^x$.",
        "{\"type\":\"string\",\"format\":\"date\"} | \"s3cret\" | format | a must be a date such as 2021-05-26.",
        "{\"type\":\"string\",\"format\":\"iri\"}  | \"s 3cret\" | format | a must be in the format \"iri\".",
        "{\"type\":\"number\",\"minimum\":1.50}    | 1  | minimum | a must be at least 1.50.",
        "{\"type\":\"number\",\"maximum\":1e2}     | 101 | maximum | a must be at most 100.",
        "{\"type\":\"number\",\"exclusiveMinimum\":0} | 0 | exclusiveMinimum | a must be greater than 0.",
        "{\"type\":\"number\",\"exclusiveMaximum\":0} | 0 | exclusiveMaximum | a must be less than 0.",
        "{\"type\":\"number\",\"multipleOf\":0.01} | 59.975 | multipleOf | a must be a multiple of 0.01.",
        "{\"type\":\"string\",\"not\":{\"const\":\"s3cret\"}} | \"s3cret\" | not | a has a value that is not allowed.",
        "false                                      | 1 | false | a is not expected here.",
      })
  void saysWhatIsWrongAndRepeatsNoValue(
      String property, String value, String keyword, String message) {
    CompiledSchema schema = schema("\"properties\":{\"a\":%s}".formatted(property));

    List<Violation> violations =
        schema.validate(Definitions.SOMEBODY, Definitions.read("{\"a\":%s}".formatted(value)));

    assertThat(violations).containsExactly(new Violation("/a", keyword, message));
    assertThat(message).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @CsvSource({"59.97", "0.1", "0.3", "1e2", "100000000000.01"})
  void findsMultiplesByDecimalArithmetic(String value) {
    CompiledSchema schema =
        schema("\"properties\":{\"a\":{\"type\":\"number\",\"multipleOf\":0.01}}");

    assertThat(
            schema.validate(Definitions.SOMEBODY, Definitions.read("{\"a\":%s}".formatted(value))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"required\":[\"b/c\"]                   | {}          | /b~1c | required | b/c is missing; it is required.",
        "\"additionalProperties\":false           | {\"x~y\":\"s3cret\"} | /x~0y | additionalProperties | x~y is not expected here.",
        "\"unevaluatedProperties\":false          | {\"x\":1}   | /x    | unevaluatedProperties | x is not expected here.",
        "\"dependentRequired\":{\"a\":[\"b\"]}    | {\"a\":1}   | /b    | dependentRequired | b is missing; it is required.",
        "\"propertyNames\":{\"maxLength\":2}      | {\"abc\":1} | /abc  | propertyNames | abc has a name that is not allowed.",
        "\"minProperties\":1                      | {}          | ``    | minProperties | The body must have at least 1 property.",
        "\"maxProperties\":0                      | {\"a\":1}   | ``    | maxProperties | The body must have at most 0 properties.",
        "\"description\":\"\"                     | []          | ``    | type | The body must be an object, but it is a list.",
        "\"anyOf\":[{\"required\":[\"a\"]},{\"required\":[\"b\"]}] | {} | `` | anyOf | The body fits none of the allowed forms: a is missing; it is required; or b is missing; it is required.",
      })
  void pointsAtTheProperty(
      String keywords, String payload, String path, String keyword, String message) {
    List<Violation> violations =
        schema(keywords).validate(Definitions.SOMEBODY, Definitions.read(payload));

    assertThat(violations).containsExactly(new Violation(path, keyword, message));
  }

  @Test
  void listsEveryViolation() {
    CompiledSchema schema =
        schema(
            "\"properties\":{\"count\":{\"type\":\"integer\"},\"date\":{\"type\":\"string\",\"format\":\"date\",\"maxLength\":3}},"
                + "\"required\":[\"name\",\"id\"],\"additionalProperties\":false");

    List<Violation> violations =
        schema.validate(
            Definitions.SOMEBODY,
            Definitions.read("{\"count\":\"x\",\"date\":\"nope\",\"more\":1}"));

    assertThat(violations)
        .extracting(Violation::path, Violation::keyword)
        .containsExactlyInAnyOrder(
            tuple("/count", "type"),
            tuple("/date", "format"),
            tuple("/date", "maxLength"),
            tuple("/name", "required"),
            tuple("/id", "required"),
            tuple("/more", "additionalProperties"));
  }

  @Test
  @Timeout(5)
  void bearsManyViolations() {
    CompiledSchema schema = schema("\"additionalProperties\":false");
    String properties =
        IntStream.range(0, 50_000)
            .mapToObj("\"property-%d\":1"::formatted)
            .collect(Collectors.joining(","));

    List<Violation> violations =
        schema.validate(Definitions.SOMEBODY, Definitions.read("{%s}".formatted(properties)));

    assertThat(violations).hasSize(1_001);
    assertThat(violations.getLast()).isEqualTo(new Violation("", "more", "There are 49000 more."));
  }

  @Test
  @Timeout(5)
  void ignoresManyPropertiesThatTheSchemaDoesNotName() {
    CompiledSchema schema = schema("\"properties\":{\"a\":{\"type\":\"string\"}}");
    String properties =
        IntStream.range(0, 50_000)
            .mapToObj("\"property-%d\":{\"x\":[1]}"::formatted)
            .collect(Collectors.joining(","));

    assertThat(
            schema.validate(Definitions.SOMEBODY, Definitions.read("{%s}".formatted(properties))))
        .isEmpty();
  }

  @Test
  void judgesOnManyThreadsAtOnce() throws InterruptedException, ExecutionException {
    CompiledSchema schema =
        schema("\"properties\":{\"a\":{\"type\":\"integer\"}},\"required\":[\"b\"]");

    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Future<Boolean>> right =
          Stream.generate(() -> threads.submit(() -> isRight(schema))).limit(8).toList();

      for (Future<Boolean> one : right) {
        assertThat(one.get()).isTrue();
      }
    }
  }

  private static boolean isRight(CompiledSchema schema) {
    return IntStream.range(0, 500)
        .allMatch(
            i ->
                schema
                        .validate(
                            Definitions.SOMEBODY,
                            Definitions.read("{\"a\":%d,\"b\":1}".formatted(i)))
                        .isEmpty()
                    && schema
                            .validate(Definitions.SOMEBODY, Definitions.read("{\"a\":\"x\"}"))
                            .size()
                        == 2);
  }

  private CompiledSchema schema(String keywords) {
    return schemas.checkText("{\"type\":\"object\",%s}".formatted(keywords)).sound().orElseThrow();
  }
}
