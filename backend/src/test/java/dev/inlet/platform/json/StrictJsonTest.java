package dev.inlet.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

  private static final StrictJson JSON = new StrictJson(JsonLimits.DEFAULT);

  @ParameterizedTest
  @ValueSource(strings = {"null", "true", "5", "\"x\"", "[]", "{}", " \t\r\n[1, {\"a\": null}] "})
  void readsAnyValue(String text) throws InvalidJsonException {
    JsonNode value = JSON.read(text);

    assertThat(value.toString()).isEqualTo(text.replaceAll("\\s", ""));
  }

  @Test
  void keepsTheDigitsOfNumbers() throws InvalidJsonException {
    JsonNode value = JSON.read("[1.50, 12345678901234567890123, 59.970000000000006, 1E400, -0.0]");

    assertThat(value.get(0).decimalValue()).isEqualTo("1.50");
    assertThat(value.get(1).bigIntegerValue()).isEqualTo("12345678901234567890123");
    assertThat(value.get(2).decimalValue()).isEqualTo("59.970000000000006");
    assertThat(value.get(3).decimalValue()).isEqualByComparingTo("1E400");
    assertThat(value.get(4).decimalValue()).isEqualTo("0.0");
  }

  @Test
  void skipsOneByteOrderMark() throws InvalidJsonException {
    byte[] marked = "\uFEFF{\"a\":1}".getBytes(StandardCharsets.UTF_8);

    JsonNode value = JSON.read(marked);

    assertThat(value.path("a").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n", "\uFEFF", "\uFEFF \t"})
  void saysThatTheTextIsEmpty(String text) {
    assertThatThrownBy(() -> JSON.read(text))
        .hasMessage("The text is empty: a JSON object was expected.");
  }

  @Test
  void refusesADocumentThatIsCutAnywhere() throws InvalidJsonException {
    byte[] whole =
        "{\"a\":[1.5e3,\"\\u00e9é😀\",{\"b\":true,\"c\":null}]}".getBytes(StandardCharsets.UTF_8);
    JSON.read(whole);

    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> JSON.read(cut))
          .as("the first %d bytes", length)
          .isInstanceOf(InvalidJsonException.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":1,\"a\":2}           | The property \"a\" occurs twice.",
        "{\"x\":[{\"b\":1,\"b\":1}]} | The property \"b\" occurs twice.",
        "{\"a\":1,}                  | A property name in double quotes was expected instead of }.",
        "[1,]                        | A value was expected instead of ].",
        "{'a':1}                     | A property name in double quotes was expected instead of '.",
        "{\"a\":'b'}                 | A value was expected instead of '.",
        "{\"a\" 1}                   | A colon was expected instead of 1.",
        "{\"a\":1 \"b\":2}           | A comma or a closing bracket was expected instead of \".",
        "{\"a\":“b”}                 | A value was expected instead of “.",
        "{\"a\":\u00A01}             | A value was expected instead of U+00A0.",
        "{a:1}                       | A property name in double quotes was expected instead of a.",
        "[yes]        | \"yes\" is not a JSON value; text must stand in double quotes.",
        "[NaN]        | \"NaN\" is not a JSON value; text must stand in double quotes.",
        "[01]         | A number must not begin with a zero.",
        "[\"a\\xb\"]  | A \\ must be followed by one of \" \\ / b f n r t or u and four digits.",
        "{\"a\":1     | The JSON ends too early: a quote, bracket or brace is not closed.",
        "{\"a\":\"b   | The JSON ends too early: a quote, bracket or brace is not closed.",
        "{} {}        | There is something after the end of the JSON value.",
        "[\"\\ud800\"]       | The text contains half of a character (an unpaired surrogate).",
        "[\"\\udc00\\ud800\"] | The text contains half of a character (an unpaired surrogate).",
        "{\"\\ud800\":1}     | The text contains half of a character (an unpaired surrogate).",
        "[1e401]             | The number is too large or too small to work with.",
        "[1e-1000000000]     | The number is too large or too small to work with.",
        "[1e1000000000]      | The number is too large or too small to work with.",
        "[1e99999999999]     | The number is too large or too small to work with.",
      })
  void saysInPlainWordsWhatIsWrong(String text, String sentence) {
    assertThatThrownBy(() -> JSON.read(text))
        .isInstanceOf(InvalidJsonException.class)
        .hasMessage(sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[+1]",
        "[.5]",
        "[5.]",
        "[-]",
        "[1e]",
        "[Infinity]",
        "[-Infinity]",
        "[0x10]",
        "{\"a\"}",
        "[1 2]",
        "// x\n{}",
        "{/* x */}",
        "# x\n{}",
        "[,]",
        "[1,,2]",
        "]",
        "}",
        "{]",
        "[}",
        ":",
        "\"a\tb\"",
        "\"a\nb\"",
        "\"\u0000\"",
        "\u0001",
        "{\"a\":undefined}",
        "nul",
        "\"\\u12G4\"",
        "{1:2}",
        "\uFEFF\uFEFF{}",
        "TRUE",
        "{}x",
        "\"\\u0\""
      })
  void refusesWhatIsLooserThanJson(String text) {
    assertThatThrownBy(() -> JSON.read(text))
        .isInstanceOf(InvalidJsonException.class)
        .message()
        .endsWith(".")
        .doesNotContain("Source:", "jackson", "Exception", "JsonReadFeature", "code ");
  }

  @ParameterizedTest
  @CsvSource({"10000, 0", "600, 600"})
  void refusesNumbersOfTooManyDigits(int digits, int fraction) {
    String number = "1".repeat(digits) + (fraction == 0 ? "" : "." + "1".repeat(fraction));

    assertThatThrownBy(() -> JSON.read("[" + number + "]"))
        .hasMessage("The number has too many digits.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void refusesNestingThatIsTooDeep(String opening) {
    String text = opening.repeat(100_000);

    assertThatThrownBy(() -> JSON.read(text)).hasMessage("The JSON is nested too deep.");
  }

  @Test
  void refusesNamesThatAreTooLong() {
    String text = "{\"%s\":1}".formatted("n".repeat(1_001));

    assertThatThrownBy(() -> JSON.read(text)).hasMessage("The property's name is too long.");
  }

  @Test
  void takesTimeThatGrowsWithTheTextOnlyWhereNamesAreLongAndDeep() {
    String opening = "{\"%s\":".formatted("n".repeat(1_000)).repeat(60);
    String text = opening + "[" + "1,".repeat(400_000) + "1]" + "}".repeat(60);

    assertThatCode(() -> JSON.read(text)).doesNotThrowAnyException();
    org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(2), () -> JSON.read(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":1,\\n \"a\":2}   | 2 | 2",
        "{\\n  \"a\": tru\\n}    | 2 | 8",
        "{}\\n\\n  5             | 3 | 3",
        "{\"a\":1,\\r\\n  }      | 2 | 3",
        "[\\n1e500]              | 2 | 1",
      })
  void saysInWhichLineAndColumn(String escaped, int line, int column) {
    String text = escaped.replace("\\n", "\n").replace("\\r", "\r");

    InvalidJsonException invalid =
        catchThrowableOfType(InvalidJsonException.class, () -> JSON.read(text));

    assertThat(invalid.line()).isEqualTo(line);
    assertThat(invalid.column()).isEqualTo(column);
  }
}
