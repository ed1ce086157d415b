package dev.inlet.webhooks.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.testing.Definitions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternsTest {

  private static final String FOR_EVER = "are not supported, because they can take for ever.";

  private final Schemas schemas = new Schemas();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "^\\d{4}$          | 2021  | true",
        "^\\d{4}$          | 20215 | false",
        "^\\d$             | ٣     | false",
        "^\\w+$            | a_1   | true",
        "b                 | abc   | true",
        "^[a-z]+\\.[a-z]+$ | a.b   | true",
        "^a\\/b\\-c$       | a/b-c | true",
        "^\\u00e9$         | é     | true",
        "^[\\u0041-\\u005a]+$ | AZ | true",
        "^\\uD83D\\uDE00$  | 😀    | true",
        "^[\\uD83D\\uDE00]$ | 😀   | true",
        "^\\u{1F600}$      | 😀    | true",
        "^\\\\u0041$       | \\u0041 | true",
        "^\\\\u0041$       | A     | false",
        "^.$               | 😀    | true",
        "^\\p{L}+$         | Ärger | true",
        "^(?<year>\\d+)$   | 2021  | true",
      })
  void matchesAsEcmaScriptDoes(String pattern, String text, boolean fits) {
    CompiledSchema schema = schema(pattern);

    assertThat(schema.validate(Definitions.SOMEBODY, payload(text)).isEmpty()).isEqualTo(fits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(?=x)", "(?!x)y", "(?<=x)", "(?<!x)y", "(?>a)"})
  void refusesAPatternThatLooksAround(String pattern) {
    assertThat(problem(pattern))
        .isEqualTo("The pattern cannot be used: look-ahead, look-behind and the like " + FOR_EVER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a)\\1", "(?<n>a)\\k<n>"})
  void refusesAPatternThatRefersBack(String pattern) {
    assertThat(problem(pattern)).contains("back-references").endsWith(FOR_EVER);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "a{1001}, The pattern cannot be used: a part may be repeated 1000 times at most.",
        "[a, The pattern cannot be used: missing closing ].",
        "(a, The pattern cannot be used: missing closing ).",
        "*a, The pattern cannot be used: missing argument to repetition operator.",
        "((a{100}){100}){100}, `The pattern repeats too much, too often: its counts multiply.`",
        "((((a{999}){999}){999}){999}){999}, `The pattern repeats too much, too often: its counts multiply.`",
        "(a{999}b{999}c{999}), `The pattern repeats too much, too often: its counts multiply.`",
        "`(.{0,30}){500}`, `The pattern repeats too much, too often: its counts multiply.`",
      })
  void saysWhyAPatternIsRefused(String pattern, String sentence) {
    assertThat(problem(pattern)).isEqualTo(sentence);
  }

  @Test
  void refusesALongPattern() {
    assertThat(problem("a".repeat(501))).isEqualTo("The pattern is longer than 500 characters.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(?=x)", "((a{100}){100}){100}", "["})
  void refusesAHostilePatternOfNames(String pattern) {
    SchemaCheck check =
        schemas.checkText(
            "{\"type\":\"object\",\"patternProperties\":{\"%s\":{\"type\":\"string\"}}}"
                .formatted(pattern));

    assertThat(check.problems())
        .extracting(SchemaProblem::pointer)
        .containsExactly("/patternProperties/" + pattern);
  }

  @Test
  void refusesManyPatternsOfNames() {
    String patterns =
        IntStream.range(0, 21)
            .mapToObj("\"p%d\":{\"type\":\"string\"}"::formatted)
            .collect(Collectors.joining(","));

    SchemaCheck check =
        schemas.checkText("{\"type\":\"object\",\"patternProperties\":{%s}}".formatted(patterns));

    assertThat(check.problems())
        .extracting(SchemaProblem::message)
        .containsExactly("There are more than 20 patternProperties.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a+)+$", "(a|aa)+$", "^(\\w+\\s?)*$", "(.*a){12}$"})
  @Timeout(5)
  void takesLinearTimeForPatternsThatExplodeElsewhere(String pattern) {
    CompiledSchema schema = schema(pattern);

    List<Violation> violations =
        schema.validate(Definitions.SOMEBODY, payload("a".repeat(1_000_000) + "!"));

    assertThat(violations).hasSize(1);
  }

  @Test
  @Timeout(10)
  void stopsMatchingWhereManyPatternsMeetMuchText() {
    String all =
        IntStream.range(0, 40)
            .mapToObj(i -> "{\"pattern\":\"(a?){%d}b\"}".formatted(50 + i))
            .collect(Collectors.joining(","));
    CompiledSchema schema =
        schemas
            .checkText(
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"allOf\":[%s]}}}"
                    .formatted(all))
            .sound()
            .orElseThrow();

    List<Violation> violations =
        schema.validate(Definitions.SOMEBODY, payload("a".repeat(1_000_000)));

    assertThat(violations).extracting(Violation::keyword).containsExactly("cost");
  }

  @Property(tries = 300)
  void knowsTheSizeOfAPatternBeforeItIsCompiled(@ForAll("patterns") String pattern) {
    long size = PatternSize.of(pattern);
    Assume.that(size < 100_000);

    try {
      assertThat(com.google.re2j.Pattern.compile(pattern).programSize()).isLessThan((int) size + 8);
    } catch (com.google.re2j.PatternSyntaxException e) {
      // No pattern, no size.
    }
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.of(
            "a",
            "b",
            "(",
            ")",
            "(?:",
            "|",
            "*",
            "+",
            "?",
            "{2}",
            "{3,}",
            "{0,9}",
            "{20}",
            "{,3}",
            "[",
            "]",
            "^",
            "$",
            ".",
            "\\d",
            "\\(",
            "\\)",
            "\\[",
            "[^a]",
            "[]a]",
            "[(]",
            "[)\\]]",
            "\\p{L}",
            "\\x{41}",
            "(?i)",
            "(?P<n>",
            "[[:alpha:]]",
            "{",
            "}",
            "-",
            "é",
            "😀")
        .list()
        .ofMinSize(1)
        .ofMaxSize(14)
        .map(parts -> String.join("", parts));
  }

  private CompiledSchema schema(String pattern) {
    return check(pattern).sound().orElseThrow();
  }

  private String problem(String pattern) {
    return check(pattern).problems().getFirst().message();
  }

  private SchemaCheck check(String pattern) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    schema.putObject("properties").putObject("a").put("type", "string").put("pattern", pattern);
    return schemas.check(schema);
  }

  private static ObjectNode payload(String text) {
    return JsonNodeFactory.instance.objectNode().put("a", text);
  }
}
