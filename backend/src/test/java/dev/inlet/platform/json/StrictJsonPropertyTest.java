package dev.inlet.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StrictJsonPropertyTest {

  private static final StrictJson JSON = new StrictJson(JsonLimits.DEFAULT);
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  @Property
  void readsOrRefusesAnyBytes(@ForAll byte[] bytes) {
    assertReadOrRefused(bytes);
  }

  @Property
  void readsOrRefusesAnythingThatLooksLikeJson(@ForAll("jsonLike") String text) {
    assertReadOrRefused(text.getBytes(StandardCharsets.UTF_8));
  }

  @Property
  void readsBackWhatWasWritten(@ForAll("values") JsonNode value) throws InvalidJsonException {
    byte[] written = value.toString().getBytes(StandardCharsets.UTF_8);

    JsonNode read = JSON.read(written);

    assertThat(read.toString()).isEqualTo(value.toString());
  }

  private static void assertReadOrRefused(byte[] bytes) {
    try {
      JSON.read(bytes);
    } catch (InvalidJsonException e) {
      assertThat(e).message().endsWith(".").doesNotContain("Source:");
      assertThat(e.line()).isPositive();
      assertThat(e.column()).isPositive();
    }
  }

  @Provide
  Arbitrary<String> jsonLike() {
    return Arbitraries.of(
            "{", "}", "[", "]", ":", ",", "\"", "\\", "u", "a", "1", "-", ".", "e", "E", "+", "0",
            "true", "null", " ", "\n", "\"a\"", "\"b\":", "\\ud800", "é", "😀", "/", "\u0000")
        .list()
        .ofMaxSize(20)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<JsonNode> values() {
    return Arbitraries.recursive(
        StrictJsonPropertyTest::scalars, StrictJsonPropertyTest::nested, 0, 3);
  }

  private static Arbitrary<JsonNode> scalars() {
    return Arbitraries.oneOf(
        texts().map(NODES::textNode),
        Arbitraries.integers().map(NODES::numberNode),
        Arbitraries.longs().map(NODES::numberNode),
        Arbitraries.bigDecimals().map(NODES::numberNode),
        Arbitraries.of(true, false).map(NODES::booleanNode),
        Arbitraries.just(NODES.nullNode()));
  }

  private static Arbitrary<JsonNode> nested(Arbitrary<JsonNode> values) {
    return Arbitraries.oneOf(
        values,
        values.list().ofMaxSize(3).map(StrictJsonPropertyTest::array),
        Arbitraries.maps(texts(), values).ofMaxSize(3).map(StrictJsonPropertyTest::object));
  }

  private static JsonNode object(Map<String, JsonNode> members) {
    ObjectNode object = NODES.objectNode();
    members.forEach(object::set);
    return object;
  }

  private static JsonNode array(List<JsonNode> values) {
    ArrayNode array = NODES.arrayNode();
    values.forEach(array::add);
    return array;
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars('a', '"', '\\', '/', '\n', '\u0000', 'é', '€', '~', '$')
        .ofMaxLength(8);
  }
}
