package dev.inlet.webhooks.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuggestionTest {

  private static final List<String> KNOWN = List.of("firstName", "lastName", "date", "dateTime");

  @ParameterizedTest
  @CsvSource({
    "firstname, firstName",
    "fristName, firstName",
    "FIRSTNAME, firstName",
    "first_name, firstName",
    "' lastName ', lastName",
    "dat, date",
    "dateTme, dateTime",
    "date, date"
  })
  void findsTheNearestName(String typed, String meant) {
    assertThat(Suggestion.nearest(typed, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "amount", "emailAddress", "x"})
  void findsNothingWhereNothingIsNear(String typed) {
    assertThat(Suggestion.nearest(typed, KNOWN)).isEmpty();
  }

  @Test
  void findsNothingWhereNothingIsKnown() {
    assertThat(Suggestion.nearest("date", List.of())).isEmpty();
  }

  @Test
  @Timeout(2)
  void answersQuicklyHoweverLongTheNames() {
    List<String> known = IntStream.range(0, 300).mapToObj(i -> i + "n".repeat(1_000)).toList();

    assertThat(Suggestion.nearest("m".repeat(1_000), known)).isEmpty();
  }
}
