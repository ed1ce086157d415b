package dev.inlet.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftsTest {

  private static final List<ActionField> FIELDS =
      List.of(
          Fields.named("ID", FieldType.TEXT, true),
          Fields.named("UNITS", FieldType.INTEGER, false),
          Fields.named("SINCE", FieldType.DATE, true));

  @Test
  void convertsInTheOrderOfTheDescription() {
    Draft draft = draft(Map.of("SINCE", "2021-05-26", "UNITS", "3", "ID", "101"));

    assertThat(draft.isSound()).isTrue();
    assertThat(draft.values().keySet()).containsExactly("ID", "UNITS", "SINCE");
    assertThat(draft.values()).contains(entry("UNITS", new FieldValue.Whole(3)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n "})
  void leavesOutBlankFieldsThatAreNotRequired(String blank) {
    Draft draft = draft(Map.of("SINCE", "2021-05-26", "UNITS", blank, "ID", "101"));

    assertThat(draft.isSound()).isTrue();
    assertThat(draft.values()).doesNotContainKey("UNITS");
  }

  @Test
  void findsEveryProblem() {
    Draft draft = draft(Map.of("SINCE", "yesterday", "UNITS", "many", "ID", " "));

    assertThat(draft.isSound()).isFalse();
    assertThat(draft.problems())
        .extracting(FieldProblem::field)
        .containsExactly("ID", "UNITS", "SINCE");
    assertThat(draft.problems().getFirst().message())
        .isEqualTo("ID is required, but no value came for it.");
  }

  @Test
  void missesRequiredFieldsThatAreAbsent() {
    Draft draft = draft(Map.of());

    assertThat(draft.problems()).extracting(FieldProblem::field).containsExactly("ID", "SINCE");
  }

  private static Draft draft(Map<String, String> values) {
    return Drafts.of(FIELDS, values, ZoneOffset.UTC);
  }
}
