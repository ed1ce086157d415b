package dev.inlet.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonEncodingTest {

  private static final StrictJson JSON = new StrictJson(JsonLimits.DEFAULT);

  @Test
  void readsCharactersOfEveryLength() throws InvalidJsonException {
    byte[] utf8 = "\"aé€😀\"".getBytes(StandardCharsets.UTF_8);

    JsonNode value = JSON.read(utf8);

    assertThat(value.textValue()).isEqualTo("aé€😀");
  }

  @Test
  void readsAPairOfEscapedSurrogates() throws InvalidJsonException {
    JsonNode value = JSON.read("\"\\ud83d\\ude00\"");

    assertThat(value.textValue()).isEqualTo("😀");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C0AF", // overlong
        "E080AF", // overlong
        "F08080AF", // overlong
        "EDA080", // half of a surrogate pair
        "EDB080",
        "F4908080", // beyond U+10FFFF
        "80", // a continuation that continues nothing
        "FF",
        "E28228", // broken continuation
        "E282", // cut, then a quote
      })
  void refusesBytesThatAreNotUtf8(String hex) {
    byte[] text = quoted(HexFormat.of().parseHex(hex));

    assertThatThrownBy(() -> JSON.read(text)).hasMessage("The text is not encoded as UTF-8.");
  }

  @Test
  void refusesASequenceThatTheEndCutsOff() {
    byte[] text = HexFormat.of().parseHex("5B22E282");

    assertThatThrownBy(() -> JSON.read(text)).hasMessage("The text is not encoded as UTF-8.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32BE", "ISO-8859-1", "windows-1252"})
  void refusesOtherEncodings(String charset) {
    byte[] text = "{\"name\":\"é\"}".getBytes(Charset.forName(charset));

    assertThatThrownBy(() -> JSON.read(text)).isInstanceOf(InvalidJsonException.class);
  }

  @Test
  void saysWhereTheFirstBadByteStands() {
    byte[] text = "{\"a\":1,\n \"b\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);

    InvalidJsonException invalid =
        catchThrowableOfType(InvalidJsonException.class, () -> JSON.read(text));

    assertThat(invalid.line()).isEqualTo(2);
    assertThat(invalid.column()).isEqualTo(7);
  }

  @Test
  void countsNoByteOrderMarkAsAColumn() {
    byte[] text = HexFormat.of().parseHex("EFBBBF22FF22");

    InvalidJsonException invalid =
        catchThrowableOfType(InvalidJsonException.class, () -> JSON.read(text));

    assertThat(invalid.column()).isEqualTo(2);
  }

  private static byte[] quoted(byte[] content) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.write('"');
    text.writeBytes(content);
    text.write('"');
    return text.toByteArray();
  }
}
