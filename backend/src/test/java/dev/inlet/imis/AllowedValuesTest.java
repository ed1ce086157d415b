package dev.inlet.imis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of allowed values and defaults, as a definition has them or a stranger makes them up. */
class AllowedValuesTest {

  @Test
  void readsTheListOfTheReference() throws ImisException {
    assertThat(
            allowed(
                """
                {"$type":"Asi.Soa.Core.DataContracts.PropertyRuleValueListData, Asi.Contracts","ValueList":{"$type":"x",
                 "$values":[{"$type":"x","Name":"b","Value":"Beginner"},{"Name":"none"},{"Name":"blank","Value":" "},
                  {"Name":"n","Value":{"$type":"System.Int32","$value":2}},{"Name":"t","Value":true},null,
                  {"Name":"again","Value":"Beginner"}]}}
                """))
        .containsExactly("Beginner", "2", "true");
  }

  @Test
  void takesAnyValueByARuleThatIsAQuery() throws ImisException {
    assertThat(
            allowed(
                """
                {"$type":"Asi.Soa.Core.DataContracts.PropertyRuleQueryData, Asi.Contracts","Query":"$/A","ValuePropertyName":"B"}
                """))
        .isEmpty();
  }

  /** Whoever may choose several sends them as one text, which is on no list. */
  @Test
  void takesAnyValueWhereSeveralMayBeChosen() throws ImisException {
    EntityProperty several =
        definition(
                "{\"Name\":\"A\",\"PropertyTypeName\":\"String\",\"AllowMultiSelect\":true,\"Rule\":%s}"
                    .formatted(list(Stream.of("a", "b"))))
            .properties()
            .getFirst();

    assertThat(several.allowedValues()).isEmpty();
  }

  @Test
  void believesAListAsAWholeOrNotAtAll() throws ImisException {
    assertThat(allowed(list(numbers(500)))).hasSize(500);
    assertThat(allowed(list(numbers(501)))).isEmpty();
    assertThat(allowed(list(numbers(5_000)))).isEmpty();
    assertThat(allowed(list(Stream.of("a", "b".repeat(101))))).isEmpty();
    assertThat(allowed(list(Stream.of("a", "b\\u202Ec")))).isEmpty();
    assertThat(allowed(list(Stream.of("a", "b\\u0000c")))).isEmpty();
  }

  @Test
  void keepsNoMoreOfADefinitionThanThereIsRoomFor() throws ImisException {
    String long500 = list(numbers(500).map(number -> number + "x".repeat(80)));
    String properties =
        IntStream.range(0, 10)
            .mapToObj(
                i ->
                    "{\"Name\":\"P%d\",\"PropertyTypeName\":\"String\",\"Rule\":%s}"
                        .formatted(i, long500))
            .collect(Collectors.joining(","));

    List<EntityProperty> found = definition(properties).properties();

    assertThat(found).hasSize(10);
    assertThat(found.stream().filter(each -> !each.allowedValues().isEmpty())).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "7",
        "\"none\"",
        "[]",
        "[[[{}]]]",
        "{}",
        "{\"ValueList\":7}",
        "{\"ValueList\":[]}",
        "{\"ValueList\":{\"$values\":{}}}",
        "{\"ValueList\":{\"$values\":[7,[],\"a\",{\"Value\":[1]},{\"Value\":{\"a\":{\"$value\":1}}}]}}"
      })
  void anUnknownShapeHidesNothingElse(String rule) throws ImisException {
    assertThat(allowed(rule)).isEmpty();
  }

  @Test
  void readsDefaultsBareOrWrapped() throws ImisException {
    assertThat(
            definition(
                    """
                    {"Name":"A","DefaultValue":"Online"},{"Name":"B","DefaultValue":{"$type":"System.Int32","$value":5}},
                    {"Name":"C","DefaultValue":[1]},{"Name":"D","DefaultValue":"a\\u202Eb"},{"Name":"E"}
                    """)
                .properties())
        .extracting(EntityProperty::defaultValue)
        .containsExactly("Online", "5", "", "a b", "");
  }

  /** Whatever a stranger's iMIS writes there is a definition or UNREADABLE_ANSWER. */
  @Property(tries = 500)
  void anyJsonIsReadOrRefused(@ForAll("json") String rule, @ForAll("json") String value) {
    try {
      EntityDefinition found =
          definition(
              "{\"Name\":\"A\",\"DefaultValue\":%s,\"Rule\":%s,\"Caption\":%s}"
                  .formatted(value, rule, value));
      assertThat(found.properties()).hasSize(1);
    } catch (ImisException e) {
      assertThat(e.failure()).isEqualTo(ImisFailure.UNREADABLE_ANSWER);
    }
  }

  @Provide
  Arbitrary<String> json() {
    return Arbitraries.lazyOf(
        () -> Arbitraries.of("null", "true", "1.5e300", "\"\"", "\"constructor\"", "\"\\ud800\""),
        () -> Arbitraries.of("null", "7", "{}", "[]"),
        () -> json().list().ofMaxSize(3).map(items -> "[%s]".formatted(String.join(",", items))),
        () ->
            json()
                .list()
                .ofMaxSize(3)
                .flatMap(
                    items ->
                        Arbitraries.of("ValueList", "$values", "$value", "Value", "__proto__")
                            .list()
                            .ofSize(items.size())
                            .map(names -> object(names, items))));
  }

  private static String object(List<String> names, List<String> items) {
    return IntStream.range(0, names.size())
        .mapToObj(i -> "\"%s\":%s".formatted(names.get(i), items.get(i)))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static Stream<String> numbers(int count) {
    return IntStream.range(0, count).mapToObj(String::valueOf);
  }

  private static String list(Stream<String> values) {
    return values
        .map("{\"Name\":\"n\",\"Value\":\"%s\"}"::formatted)
        .collect(Collectors.joining(",", "{\"ValueList\":{\"$values\":[", "]}}"));
  }

  private static List<String> allowed(String rule) throws ImisException {
    return definition(
            "{\"Name\":\"A\",\"PropertyTypeName\":\"String\",\"Rule\":%s}".formatted(rule))
        .properties()
        .getFirst()
        .allowedValues();
  }

  private static EntityDefinition definition(String properties) throws ImisException {
    String text =
        "{\"EntityTypeName\":\"P\",\"Properties\":{\"$values\":[%s]}}".formatted(properties);
    return DefinitionJson.definition(
        new ImisAnswer(200, text.getBytes(StandardCharsets.UTF_8), false, null));
  }
}
