package dev.inlet.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordConversionTest {

  private static final List<ActionField> FIELDS =
      List.of(
          Fields.named("ID", FieldType.TEXT, true),
          Fields.named("UNITS", FieldType.INTEGER, false),
          Fields.named("SINCE", FieldType.DATE, true));

  @Test
  void convertsInTheOrderOfTheDescription() {
    ConvertedRecord converted = convert(Map.of("SINCE", "2021-05-26", "UNITS", "3", "ID", "101"));

    assertThat(converted.isSound()).isTrue();
    assertThat(converted.values().keySet()).containsExactly("ID", "UNITS", "SINCE");
    assertThat(converted.values()).contains(entry("UNITS", new FieldValue.Whole(3)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n "})
  void leavesOutBlankFieldsThatAreNotRequired(String blank) {
    ConvertedRecord converted = convert(Map.of("SINCE", "2021-05-26", "UNITS", blank, "ID", "101"));

    assertThat(converted.isSound()).isTrue();
    assertThat(converted.values()).doesNotContainKey("UNITS");
  }

  @Test
  void findsEveryProblem() {
    ConvertedRecord converted = convert(Map.of("SINCE", "yesterday", "UNITS", "many", "ID", " "));

    assertThat(converted.isSound()).isFalse();
    assertThat(converted.problems())
        .extracting(FieldProblem::field)
        .containsExactly("ID", "UNITS", "SINCE");
    assertThat(converted.problems().getFirst().message())
        .isEqualTo("ID is required, but no value came for it.");
  }

  @Test
  void missesRequiredFieldsThatAreAbsent() {
    ConvertedRecord converted = convert(Map.of());

    assertThat(converted.problems()).extracting(FieldProblem::field).containsExactly("ID", "SINCE");
  }

  private static ConvertedRecord convert(Map<String, String> values) {
    return RecordConversion.of(FIELDS, values, ZoneOffset.UTC);
  }
}
