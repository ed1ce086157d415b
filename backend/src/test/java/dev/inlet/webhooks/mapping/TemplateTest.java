package dev.inlet.webhooks.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.inlet.platform.json.InvalidJsonException;
import dev.inlet.platform.json.JsonLimits;
import dev.inlet.platform.json.StrictJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

  private static final String PAYLOAD =
      """
      {"first":"Homer", "last":"Simpson", "date":"2021-05-26", "empty":"", "nothing":null,
       "price":1.50, "million":1E6, "tiny":1e-7, "big":12345678901234567890123, "minus":-0.5,
       "noise":59.970000000000006, "yes":true, "no":false, "with space":"s", "straße.1":"u",
       "a.b":"dots", "pri$ce":"dollar", "dollars":"$$first$$", "$type":"Invoice", "object":{"first":"x"}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "TEST                       | TEST",
        "DATE:$$date$$              | DATE:2021-05-26",
        "First name: $$first$$, Last name: $$last$$ | First name: Homer, Last name: Simpson",
        "$$first$$                  | Homer",
        "$$first$$$$last$$          | HomerSimpson",
        "$$first$$$$first$$         | HomerHomer",
        "$$price$$                  | 1.50",
        "$$million$$                | 1000000",
        "$$tiny$$                   | 0.0000001",
        "$$big$$                    | 12345678901234567890123",
        "$$minus$$                  | -0.5",
        "$$noise$$                  | 59.970000000000006",
        "$$yes$$/$$no$$             | true/false",
        "$$with space$$             | s",
        "$$straße.1$$               | u",
        "$$a.b$$                    | dots",
        "$$pri$ce$$                 | dollar",
        "$$$price$$                 | $1.50",
        "costs $$$price$$$          | costs $1.50$",
        "$$$$$$$price$$             | $$$1.50",
        "$$$type$$                  | Invoice",
        "a$$$type$$ $$$price$$      | aInvoice $1.50",
        "$$dollars$$                | $$first$$",
        "$5 and $6                  | $5 and $6",
        "$                          | $",
        "$$$$                       | $$",
        "$$$$$                      | $$$",
        "$$$$$$$$                   | $$$$",
        "$$$$$$first$$              | $$Homer",
        "$$first$$$$$$              | Homer$$",
        "$$$$first$$$$              | $$first$$",
        "$$$$$$first$$$$$$          | $$Homer$$",
        "a$$$$b$$first$$c$$$$d      | a$$bHomerc$$d",
        "$$empty$$                  | ``",
        "x$$nothing$$y              | xy",
        "x$$absent$$y               | xy",
        "$$absent$$$$nothing$$      | ``",
        "$$First$$x                 | x",
      })
  void rendersTextAndProperties(String template, String rendered)
      throws TemplateException, InvalidJsonException {
    assertThat(render(template)).contains(rendered);
  }

  @ParameterizedTest
  @ValueSource(strings = {"$$absent$$", "$$nothing$$"})
  void leavesTheFieldOutWhereItsOnlyPropertyIsAbsent(String template)
      throws TemplateException, InvalidJsonException {
    assertThat(render(template)).isEmpty();
  }

  @Test
  void rendersNothingAsAnEmptyText() throws TemplateException, InvalidJsonException {
    assertThat(render("")).contains("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "$$                  | 1",
        "$$$                 | 1",
        "$$first             | 1",
        "a $$first$          | 3",
        "$$first$$ and $$    | 15",
        "$$$$$$              | 5",
        "$$first$$$$         | 10",
        "$$$$first$$         | 10",
        "costs $$5           | 7",
      })
  void refusesAReferenceThatIsNotClosed(String template, int character) {
    assertThatThrownBy(() -> parse(template))
        .isInstanceOf(TemplateException.class)
        .hasMessage(
            "The $$ at character %d opens a property that is never closed; write $$$$ for a plain $$.",
            character);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E999999999", "-1E-999999999"})
  void refusesANumberWhoseDigitsWouldFillTheMemory(String number) throws TemplateException {
    JsonNode payload = JsonNodeFactory.instance.objectNode().put("price", new BigDecimal(number));
    Template template = parse("$$price$$");

    assertThatThrownBy(() -> template.render(payload))
        .isInstanceOf(RenderingTooLongException.class);
  }

  @Test
  void namesThePropertiesItRefersTo() throws TemplateException {
    Template template = parse("$$$$$$a$$ $$b c$$$$a$$ $ $$$$");

    assertThat(template.properties()).containsExactly("a", "b c", "a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"`` | ``", "TEST | TEST", "a$$$$b | a$$b", "$ | $"})
  void knowsItsTextWhereItRefersToNothing(String template, String text) throws TemplateException {
    assertThat(parse(template).staticText()).contains(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"$$a$$", "x$$a$$", "$$a$$x", "$$a$$$$b$$"})
  void hasNoTextOfItsOwnWhereItRefersToSomething(String template) throws TemplateException {
    assertThat(parse(template).staticText()).isEmpty();
  }

  @Property
  void rendersAnEscapedTextAsItWas(@ForAll("dollars") String text)
      throws TemplateException, InvalidJsonException {
    String escaped = text.replace("$$", "$$$$");

    assertThat(render(escaped)).contains(text);
  }

  @Property
  void parsesOrRefusesAnyText(@ForAll("dollars") String text) throws InvalidJsonException {
    try {
      List<String> properties = parse(text).properties();

      assertThat(properties).doesNotContain("");
      assertThat(render(text)).isNotNull();
    } catch (TemplateException e) {
      assertThat(e.sentence()).endsWith(".");
    }
  }

  @Provide
  Arbitrary<String> dollars() {
    return Arbitraries.strings().withChars('$', 'a', ' ', 'é').ofMaxLength(14);
  }

  private static Template parse(String template) throws TemplateException {
    return Template.parse(template, List.of("price", "$type"));
  }

  private static Optional<String> render(String template)
      throws TemplateException, InvalidJsonException {
    return parse(template).render(new StrictJson(JsonLimits.DEFAULT).read(PAYLOAD));
  }
}
