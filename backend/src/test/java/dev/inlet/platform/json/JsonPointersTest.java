package dev.inlet.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPointersTest {

  private static final String TEXT = "{\"a\":\n [1,\n {\"b/c\": true}],\n \"\": 5}";

  @Test
  void escapesSlashAndTilde() {
    String pointer = JsonPointers.append("/a", "b/c~d~1");

    assertThat(pointer).isEqualTo("/a/b~1c~0d~01");
  }

  @Property
  void readsBackAnyTwoNames(@ForAll String first, @ForAll String second) {
    String pointer = JsonPointers.append(JsonPointers.append("", first), second);

    assertThat(JsonPointers.segments(pointer)).containsExactly(first, second);
  }

  @Test
  void hasNoSegmentsForTheWholeDocument() {
    assertThat(JsonPointers.segments("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', 1, 1",
    "/a, 2, 2",
    "/a/0, 2, 3",
    "/a/1, 3, 2",
    "/a/1/b~1c, 3, 10",
    "/, 4, 6",
    "/a/7, 2, 2",
    "/a/x/y, 2, 2",
    "/nowhere/at/all, 1, 1"
  })
  void locatesAValueOrTheNearestAroundIt(String pointer, int line, int column) {
    StrictJson json = new StrictJson(JsonLimits.DEFAULT);

    TextLocation location = json.locate(TEXT, pointer);

    assertThat(location).isEqualTo(new TextLocation(line, column));
  }
}
