package dev.inlet.webhooks.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inlet.platform.json.TextLocation;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12|12",
        "-0.50|-0.50",
        "1e3|1E+3",
        "true|true",
        "~|null",
        "null|null",
        "no|\"no\"",
        "on|\"on\"",
        "2021-05-26|\"2021-05-26\"",
        "\"12\"|\"12\"",
        "$$id$$|\"$$id$$\"",
        "{a: [1, two]}|{\"a\":[1,\"two\"]}",
        "{\"a\":{\"b\":[]}}|{\"a\":{\"b\":[]}}",
      })
  void readsWhatJsonCanSay(String yaml, String json) throws YamlException {
    assertThat(YamlReader.read(yaml).value().toString()).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"01234", "0x1F", "0o17", "1_000", "+1", ".5", "1.", ".inf", ".NaN", "12:30:45"})
  void refusesWhatIsANumberToSomeReadersAlone(String text) {
    assertThatThrownBy(() -> YamlReader.read("zip: " + text))
        .isInstanceOf(YamlException.class)
        .hasMessageContaining("in quotes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: &x 1",
        "a: &x {}",
        "&x a: 1",
        "a: *x",
        "a: !!java.net.URL [\"http://localhost\"]",
        "a: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader []]",
        "a: !secret x",
        "!!str a: 1",
        "a: 1\na: 2",
        "? [a, b]\n: c",
        "a: 1\n---\nb: 2",
        "",
        "# nothing but a comment",
        "a: b: c",
        "a:\n\t- b",
        "a: [1, 2",
        "a: \u0007",
        "a: 1e999999999",
      })
  void refusesWhatIsNotYamlOrMoreThanJson(String text) {
    assertThatThrownBy(() -> YamlReader.read(text)).isInstanceOf(YamlException.class);
  }

  @Test
  void refusesABillionLaughs() {
    String bomb =
        """
        a: &a [ha, ha, ha, ha, ha, ha, ha, ha, ha]
        b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
        c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
        """;

    assertThatThrownBy(() -> YamlReader.read(bomb))
        .hasMessageContaining("no anchors")
        .extracting(e -> ((YamlException) e).location())
        .isEqualTo(new TextLocation(1, 4));
  }

  @Test
  void refusesWhatIsNestedTooDeepOrHasTooMany() {
    assertThatThrownBy(() -> YamlReader.read("[".repeat(100_000))).hasMessageContaining("too deep");
    assertThatThrownBy(() -> YamlReader.read("a:\n" + "- 0\n".repeat(YamlReader.VALUES_MAX)))
        .hasMessageContaining("more than");
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    byte[] latin = "a: \u00fc".getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> YamlReader.read(latin)).hasMessageContaining("UTF-8");
  }

  @Test
  void locatesWhatAPointerLeadsTo() throws YamlException {
    YamlDocument document =
        YamlReader.read(
            """
            # a comment
            webhooks:
              - name: One
                action:
                  mapping:
                    - { field: A, value: x }
            """);

    assertThat(document.locate("")).isEqualTo(new TextLocation(2, 1));
    assertThat(document.locate("/webhooks/0/action/mapping/0/value"))
        .isEqualTo(new TextLocation(6, 23));
    assertThat(document.locate("/webhooks/0/action/panel")).isEqualTo(new TextLocation(4, 5));
  }
}
