package dev.inlet.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.actions.ActionField;
import dev.inlet.actions.FieldType;
import dev.inlet.actions.PanelDescription;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PanelComparisonTest {

  private static final ActionField TEXT = field(FieldType.TEXT, 20, null, null, false);
  private static final ActionField DECIMAL = field(FieldType.DECIMAL, null, 9, 2, false);

  @Test
  void findsNothingInAPanelThatStayedOrBecameWider() {
    assertThat(compare(TEXT, TEXT)).isEmpty();
    assertThat(compare(TEXT, field(FieldType.TEXT, 30, null, null, false))).isEmpty();
    assertThat(compare(TEXT, field(FieldType.TEXT, null, null, null, false))).isEmpty();
    assertThat(compare(DECIMAL, field(FieldType.DECIMAL, null, 12, 4, false))).isEmpty();
    assertThat(compare(TEXT, field(FieldType.TEXT, 20, null, null, true))).isEmpty(); // is mapped
  }

  @Test
  void findsALimitThatIsNew() {
    assertThat(
            compare(
                field(FieldType.TEXT, null, null, null, false),
                field(FieldType.TEXT, 1, null, null, false)))
        .containsExactly("A holds at most 1 character now; it had no limit.");
  }

  @Test
  void findsAnotherTypeAndFewerDigits() {
    assertThat(compare(TEXT, DECIMAL)).containsExactly("A takes a number now; it took text.");
    assertThat(compare(DECIMAL, field(FieldType.DECIMAL, null, 8, 2, false)))
        .containsExactly("A holds fewer digits now.");
    assertThat(compare(DECIMAL, field(FieldType.DECIMAL, null, 8, 1, false)))
        .containsExactly("A holds fewer digits now.");
  }

  @Test
  void namesNoMoreValuesThanAnybodyReads() {
    String[] values = IntStream.range(0, 500).mapToObj(String::valueOf).toArray(String[]::new);

    assertThat(compare(TEXT, allowing(values)).getFirst())
        .isEqualTo("A takes only these now: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 488 more.");
    assertThat(compare(allowing("x", "y"), allowing("y", "z")))
        .containsExactly(
            "A no longer takes: x.",
            "A also takes these now: z; Inlet lets them through once this webhook is saved again.");
  }

  @Test
  void findsAnotherContactKey() {
    PanelDescription known = new PanelDescription("P", "P", "ID", List.of());
    PanelDescription now = new PanelDescription("P", "P", "ContactKey", List.of());

    assertThat(PanelComparison.of(known, Optional.of(now)))
        .containsExactly(
            new Drift.Problem(
                null, "The contact's ID goes into ContactKey now, no longer into ID."));
  }

  private static List<String> compare(ActionField known, ActionField now) {
    return PanelComparison.of(panel(known), Optional.of(panel(now))).stream()
        .map(Drift.Problem::message)
        .toList();
  }

  private static PanelDescription panel(ActionField field) {
    return new PanelDescription("P", "P", "ID", List.of(field));
  }

  private static ActionField allowing(String... values) {
    return new ActionField(
        "A", "A", FieldType.TEXT, 20, null, null, false, null, null, List.of(values));
  }

  private static ActionField field(
      FieldType type,
      @Nullable Integer lengthMax,
      @Nullable Integer precision,
      @Nullable Integer scale,
      boolean isRequired) {
    return new ActionField(
        "A", "A", type, lengthMax, precision, scale, isRequired, null, null, List.of());
  }
}
