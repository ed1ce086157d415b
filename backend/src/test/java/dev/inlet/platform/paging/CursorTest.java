package dev.inlet.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inlet.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  @Test
  void readsBackWhatItWrote() {
    String cursor = Cursor.encode("2026-05-26T14:30:00Z", "Ärger & Söhne 😀", "");

    assertThat(Cursor.decode(cursor, 3))
        .containsExactly("2026-05-26T14:30:00Z", "Ärger & Söhne 😀", "");
  }

  @Test
  void needsNoEncodingInAnAddress() {
    String cursor = Cursor.encode("ÿþý>>>???", "\u00ff\u00fe");

    assertThat(cursor).matches("[A-Za-z0-9_-]+");
  }

  @ParameterizedTest
  @NullAndEmptySource
  void isEmptyWhereThereIsNone(@Nullable String cursor) {
    assertThat(Cursor.decode(cursor, 2)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"!", "a", "====", "YQ", "é", "../../etc", " ", "YQ==\n", "AAAA"})
  void refusesWhatIsNoCursor(String cursor) {
    assertThatThrownBy(() -> Cursor.decode(cursor, 2))
        .isInstanceOf(ProblemException.class)
        .hasMessage("The cursor is not one of this list; begin without one.");
  }

  @Test
  void refusesTheCursorOfAListWithOtherParts() {
    String cursor = Cursor.encode("a", "b", "c");

    assertThatThrownBy(() -> Cursor.decode(cursor, 2)).isInstanceOf(ProblemException.class);
  }

  @Test
  void refusesWhatTheDatabaseWould() {
    String cursor =
        Base64.getUrlEncoder().encodeToString("a\0\u001fb".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> Cursor.decode(cursor, 2)).isInstanceOf(ProblemException.class);
  }

  @Property
  void decodesOrRefusesAnyText(@ForAll @AlphaChars @NumericChars String text) {
    try {
      List<String> parts = Cursor.decode(text, 2);

      assertThat(parts).hasSize(text.isEmpty() ? 0 : 2);
    } catch (ProblemException e) {
      assertThat(e).hasMessageStartingWith("The cursor is not one of this list");
    }
  }

  @Test
  void readsAnId() {
    UUID id = UUID.randomUUID();

    assertThat(Cursor.uuid(id.toString())).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "00000000-0000-0000-0000-00000000000g"})
  void refusesWhatIsNoId(String part) {
    assertThatThrownBy(() -> Cursor.uuid(part)).isInstanceOf(ProblemException.class);
  }
}
