package dev.inlet.webhooks.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.testing.Definitions;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FormatsTest {

  private static final List<String> FORMATS =
      List.of(
          "date",
          "date-time",
          "time",
          "duration",
          "email",
          "idn-email",
          "hostname",
          "idn-hostname",
          "ipv4",
          "ipv6",
          "uri",
          "uri-reference",
          "iri",
          "iri-reference",
          "uuid",
          "uri-template",
          "json-pointer",
          "relative-json-pointer",
          "regex");

  private final Schemas schemas = new Schemas();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "date      | 2021-05-26                   | true",
        "date      | 2021-02-29                   | false",
        "date      | 2021-5-26                    | false",
        "date      | 2021-05-26T00:00:00Z         | false",
        "date-time | 2021-05-26T14:30:00Z         | true",
        "date-time | 2021-05-26t14:30:00.123+02:00 | true",
        "date-time | 2021-05-26T14:30:00          | false",
        "date-time | 2021-05-26                   | false",
        "time      | 14:30:00Z                    | true",
        "time      | 25:00:00Z                    | false",
        "email     | homer@example.org            | true",
        "email     | homer.example.org            | false",
        "email     | a@b@c.org                    | false",
        "uuid      | 2eb8aa08-aa98-11ea-b4aa-73b441d16380 | true",
        "uuid      | 2eb8aa08aa9811eab4aa73b441d16380     | false",
        "uri       | https://example.org/a?b#c    | true",
        "uri       | /a                           | false",
        "ipv4      | 256.0.0.1                    | false",
        "ipv6      | ::1                          | true",
        "regex     | (?=x)                        | false",
        "no-such-format | anything                | true",
      })
  void tellsWhatFits(String format, String text, boolean fits) {
    List<Violation> violations = schema(format).validate(Definitions.SOMEBODY, payload(text));

    assertThat(violations.isEmpty()).isEqualTo(fits);
  }

  @ParameterizedTest
  @MethodSource("formatsAndHostileTexts")
  @Timeout(1)
  void answersQuicklyHoweverLongTheText(String format, String piece) {
    JsonNode payload = payload(piece.repeat(1_000_000 / piece.length()));

    List<Violation> violations = schema(format).validate(Definitions.SOMEBODY, payload);

    assertThat(violations).hasSize(1);
  }

  static Stream<Arguments> formatsAndHostileTexts() {
    return FORMATS.stream()
        .flatMap(
            format ->
                Stream.of("a", "a.", "1", ":", "(", "{", "/~", "ä", "P1", "@a.", "%", "a/", "x@[1:")
                    .map(piece -> Arguments.of(format, piece)));
  }

  @Property(tries = 400)
  void judgesAnyText(@ForAll("formats") String format, @ForAll("texts") String text) {
    assertThat(schema(format).validate(Definitions.SOMEBODY, payload(text)))
        .hasSizeLessThanOrEqualTo(1);
  }

  @Provide
  Arbitrary<String> formats() {
    return Arbitraries.of(FORMATS);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(50),
        Arbitraries.of(
                "ä", "a", ".", "-", "@", ":", "/", "·", "ـ", "\u200D", "xn--", "1", "%", "[", "]",
                "T", "Z")
            .list()
            .ofMaxSize(30)
            .map(parts -> String.join("", parts)));
  }

  private CompiledSchema schema(String format) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    schema.putObject("properties").putObject("a").put("type", "string").put("format", format);
    return schemas.check(schema).sound().orElseThrow();
  }

  private static JsonNode payload(String text) {
    return JsonNodeFactory.instance.objectNode().put("a", text);
  }
}
