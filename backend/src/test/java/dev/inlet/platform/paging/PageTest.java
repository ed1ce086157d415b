package dev.inlet.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inlet.platform.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

  @Test
  void hasFiftyRowsUnlessAskedForMore() {
    assertThat(Page.size(null)).isEqualTo(50);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 50, 200})
  void hasAsManyRowsAsAskedFor(int limit) {
    assertThat(Page.size(limit)).isEqualTo(limit);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 201, Integer.MAX_VALUE})
  void refusesLimitsOutOfRange(int limit) {
    assertThatThrownBy(() -> Page.size(limit))
        .isInstanceOf(ProblemException.class)
        .hasMessage("The limit is 1 to 200.");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void isTheLastWhereThereIsNoRowMore(int rows) {
    Page<Integer> page = Page.of(numbers(rows), 3, String::valueOf);

    assertThat(page).isEqualTo(new Page<>(numbers(rows), null));
  }

  @Test
  void pointsBehindItsLastRowWhereThereIsOneMore() {
    Page<Integer> page = Page.of(numbers(4), 3, String::valueOf);

    assertThat(page).isEqualTo(new Page<>(numbers(3), "3"));
  }

  @Test
  void keepsItsCursorWhenItsRowsAreMapped() {
    Page<String> page = Page.of(numbers(4), 3, String::valueOf).map(number -> "row " + number);

    assertThat(page).isEqualTo(new Page<>(List.of("row 1", "row 2", "row 3"), "3"));
  }

  private static List<Integer> numbers(int count) {
    return java.util.stream.IntStream.rangeClosed(1, count).boxed().toList();
  }
}
