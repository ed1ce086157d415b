package dev.inlet.deliveries.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.inlet.platform.json.InvalidJsonException;
import dev.inlet.platform.json.JsonLimits;
import dev.inlet.platform.json.StrictJson;
import dev.inlet.platform.tenancy.Ids;
import dev.inlet.platform.tenancy.OrganizationId;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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
import org.junit.jupiter.params.provider.ValueSource;

class TermsTest {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

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

  /** What a stranger may send costs what any text of that length does, to the order of it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0301\u0323",
        "\uFDFA",
        "\u03A3",
        "\u03A3.",
        "a\u0301\u0323",
        "\uFF9E\uFF9F",
        "\u0344\u0F73",
        "\uD834\uDD5E"
      })
  void aMegabyteIsGoneThroughInNoTime(String unit) throws InvalidJsonException {
    String text = "a" + unit.repeat(1_000_000 / unit.getBytes(StandardCharsets.UTF_8).length);
    String json = "{\"a\":\"%s\",\"b\":\"%s\"}".formatted(text, text.substring(0, 999));

    // In quadratic time it takes minutes.
    assertTimeout(Duration.ofSeconds(10), () -> of(json));
    assertTimeout(
        Duration.ofSeconds(10), () -> terms.of(text.getBytes(StandardCharsets.UTF_8), null));
  }

  @Test
  void aLongTextIsFoundByItsWordsAndNotAsAWhole() throws InvalidJsonException {
    String fits = "word ".repeat(200).strip();
    String isTooLong = fits + " words";

    long[] found = of("{\"a\":\"%s\",\"b\":\"%s\"}".formatted(fits, isTooLong));

    assertThat(found).contains(terms.property("a", fits)).contains(words("words"));
    assertThat(found).doesNotContain(terms.property("b", isTooLong));
  }

  @ParameterizedTest
  @CsvSource({
    "ΟΔΟΣ, οδος",
    "ΣΊΣΥΦΟΣ, σισυφος",
    "Σ, σ",
    "İstanbul, istanbul",
    "ﬁn, fin",
    "½, 1 2",
    "ℌ™, htm"
  })
  void aWordIsTheSameHoweverItIsWritten(String one, String other) {
    assertThat(words(one)).isEqualTo(words(other));
  }

  /** Deliveries that were written before are found as they were. */
  @Property(tries = 1_000)
  void piecesSayWhatTheWholeTextSays(@ForAll("longTexts") String text) {
    String plain =
        MARKS
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    PlainText.words(text, words::add);

    assertThat(PlainText.of(text)).isEqualTo(plain);
    assertThat(words)
        .isEqualTo(
            WORD.matcher(plain)
                .results()
                .map(MatchResult::group)
                .map(word -> word.substring(0, Math.min(word.length(), PlainText.WORD_LENGTH_MAX)))
                .toList());
  }

  @Provide
  static Arbitrary<String> longTexts() {
    Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(700);
    Arbitrary<String> european =
        Arbitraries.strings()
            .withCharRange(' ', '\u024F')
            .withCharRange('\u0300', '\u036F')
            .withCharRange('\u1E00', '\u1EFF')
            .ofMaxLength(1_500);
    Arbitrary<String> ascii = Arbitraries.strings().ascii().ofMaxLength(1_500);
    // Where a sigma stands at the end is judged by letters alone.
    return Arbitraries.oneOf(any, european, ascii)
        .filter(text -> !Normalizer.normalize(text, Normalizer.Form.NFKD).contains("\u03A3"));
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
