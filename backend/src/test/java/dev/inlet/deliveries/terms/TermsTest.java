package dev.inlet.deliveries.terms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.inlet.platform.json.InvalidJsonException;
import dev.inlet.platform.json.JsonLimits;
import dev.inlet.platform.json.StrictJson;
import dev.inlet.platform.tenancy.Ids;
import dev.inlet.platform.tenancy.OrganizationId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTest {

  private final Terms terms = new Terms(new OrganizationId(Ids.next()));

  @Test
  void findsEveryWordOfEveryValueButNoName() throws InvalidJsonException {
    long[] found = of("{\"given\":\"Ana María\",\"more\":{\"city\":[\"São Paulo\",7]},\"n\":null}");

    assertThat(found).contains(words("ana maria sao paulo 7"));
    assertThat(found).doesNotContain(words("given more city n null"));
  }

  @ParameterizedTest
  @CsvSource({
    "Homer@Example.org, homer@example.org",
    "ÉCOLE, ecole",
    "1.50, 1.5",
    "100, 1e2",
    "-0.10, -0.1",
    "' padded ', padded",
    "true, TRUE"
  })
  void aValueIsTheSameHoweverItIsWritten(String one, String other) {
    assertThat(terms.property("p", one)).isEqualTo(terms.property("p", other));
  }

  @ParameterizedTest
  @CsvSource({"00123, 123", "1.2.3, 1.23", "a b, ab", "1, true", "'', 0"})
  void differentValuesStayApart(String one, String other) {
    assertThat(terms.property("p", one)).isNotEqualTo(terms.property("p", other));
  }

  @Test
  void aNumberIsFoundLikeItsText() throws InvalidJsonException {
    assertThat(of("{\"a\":100,\"b\":\"100\",\"c\":true}"))
        .contains(
            terms.property("a", "100"), terms.property("b", "1E2"), terms.property("c", "true"));
  }

  @Test
  void aPropertyIsNoOtherAndNoWord() {
    assertThat(
            List.of(
                terms.property("a", "b"),
                terms.property("b", "a"),
                terms.property("a\0b", ""),
                terms.words("a").getFirst(),
                terms.beyond()))
        .doesNotHaveDuplicates();
  }

  @Test
  void anotherOrganizationsTermsAreOthers() {
    Terms others = new Terms(new OrganizationId(Ids.next()));

    assertThat(others.property("a", "b")).isNotEqualTo(terms.property("a", "b"));
    assertThat(others.words("homer")).doesNotContainAnyElementsOf(terms.words("homer"));
    assertThat(others.beyond()).isNotEqualTo(terms.beyond());
  }

  @Test
  void whatIsNoJsonIsFoundByItsWords() {
    byte[] body = "name=Homer&city=\"Spring".getBytes(StandardCharsets.UTF_8);

    assertThat(terms.of(body, null)).contains(words("name homer city spring"));
  }

  @Test
  void saysThatThereWereMoreWordsThanAreKept() throws InvalidJsonException {
    String many =
        IntStream.range(0, 300).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));

    long[] found = of("{\"id\":\"first\",\"text\":\"%s\"}".formatted(many));

    assertThat(found).hasSize(Terms.MAX).contains(terms.beyond());
    assertThat(found).contains(terms.property("id", "first"));
    assertThat(of("{\"id\":\"first\"}")).doesNotContain(terms.beyond());
  }

  /** Whoever copies a value out of a delivery finds the delivery by it. */
  @Property(tries = 300)
  void everyTextFindsWhatHoldsIt(@ForAll("texts") String text) {
    JsonNode payload = JsonNodeFactory.instance.objectNode().put("p", text);

    long[] found = terms.of(payload.toString().getBytes(StandardCharsets.UTF_8), payload);

    assertThat(found).contains(terms.property("p", text));
    assertThat(found).hasSizeLessThanOrEqualTo(Terms.MAX);
    terms.words(text).stream().limit(100).forEach(word -> assertThat(found).contains(word));
  }

  @Provide
  static Arbitrary<String> texts() {
    return Arbitraries.strings().all().excludeChars('\0').ofMaxLength(60);
  }

  private long[] of(String json) throws InvalidJsonException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    return terms.of(body, new StrictJson(JsonLimits.DEFAULT).read(body));
  }

  private long[] words(String text) {
    return terms.words(text).stream().mapToLong(Long::longValue).toArray();
  }
}
