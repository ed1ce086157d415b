package dev.inlet.webhooks.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.inlet.testing.Definitions;
import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written is read as it was, in whatever it is wrapped. */
class YamlWriterTest {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  @Property(tries = 2_000)
  void isReadAsItWasWritten(@ForAll("values") JsonNode value) throws YamlException {
    String yaml = YamlWriter.write(NODES.arrayNode().add(value));

    assertThat(YamlReader.read(yaml).value().get(0).toString())
        .as(yaml)
        .isEqualTo(value.toString());
  }

  @Example
  void looksAsAPersonWouldWriteIt() {
    JsonNode value =
        Definitions.read(
            """
            [{"name":"One: two","action":{"type":"imis.activity","mapping":[{"field":"ID","value":"$$id$$"}]},
              "schema":{"type":"object","properties":{"no":{"type":"string"},"zip":{"const":"01234"}}}}]
            """);

    assertThat(YamlWriter.write(value))
        .isEqualTo(
            """
              - name: 'One: two'
                action:
                  type: imis.activity
                  mapping:
                    - {field: ID, value: $$id$$}
                schema:
                  type: object
                  properties:
                    'no': {type: string}
                    zip: {const: '01234'}
            """);
  }

  @Provide
  Arbitrary<JsonNode> values() {
    Arbitrary<JsonNode> scalars =
        Arbitraries.oneOf(
            texts().map(NODES::textNode),
            Arbitraries.of(
                    "yes",
                    "no",
                    "~",
                    "null",
                    "😀 a",
                    "True",
                    "0x1F",
                    "1_000",
                    "1:30",
                    "=",
                    "<<",
                    "- a",
                    "a: b",
                    "#",
                    "a #b",
                    "''",
                    "\"",
                    "*a",
                    "&a",
                    "!a",
                    "%a",
                    "@a",
                    "`",
                    "\n",
                    "a\n",
                    " a",
                    "a ",
                    "\t",
                    "---",
                    "...",
                    "2021-05-26",
                    ".5",
                    "1.",
                    "1e3",
                    "",
                    "{",
                    "[]")
                .map(NODES::textNode),
            Arbitraries.longs().map(NODES::numberNode),
            Arbitraries.bigDecimals()
                .ofScale(6)
                .between(new BigDecimal("-1e9"), new BigDecimal("1e9"))
                .map(NODES::numberNode),
            Arbitraries.of(NODES.nullNode(), NODES.booleanNode(true), NODES.booleanNode(false)));
    return Arbitraries.lazy(
        () ->
            Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, scalars),
                net.jqwik.api.Tuple.of(
                    1, values().list().ofMaxSize(4).map(each -> NODES.arrayNode().addAll(each))),
                net.jqwik.api.Tuple.of(
                    1,
                    Arbitraries.maps(texts(), values())
                        .ofMaxSize(4)
                        .map(each -> NODES.objectNode().setAll(each)))));
  }

  /** Without halves of characters, which are no JSON to Inlet. */
  private static Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withCharRange('\0', '\ud7ff')
        .withChars("\ud7ff\ue000\uffff\u2028\u0085\ufeff 'a\"\\#:{}[],&*!|>%@`\n\r\t")
        .ofMaxLength(12);
  }
}
