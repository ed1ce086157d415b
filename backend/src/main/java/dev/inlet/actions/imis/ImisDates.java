package dev.inlet.actions.imis;

import dev.inlet.actions.ActionField;
import dev.inlet.actions.ConvertedRecord;
import dev.inlet.actions.FieldProblem;
import dev.inlet.actions.FieldValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** iMIS keeps dates in columns of type datetime, which begin in 1753 and end with 9999. */
final class ImisDates {

  private static final LocalDate FIRST = LocalDate.of(1753, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  private ImisDates() {}

  /** The record with a problem for each date that iMIS cannot hold. */
  static ConvertedRecord checked(List<ActionField> fields, ConvertedRecord converted) {
    List<FieldProblem> problems = new ArrayList<>(converted.problems());
    for (ActionField field : fields) {
      FieldValue value = converted.values().get(field.name());
      LocalDate date = value == null ? null : date(value);
      if (date != null && (date.isBefore(FIRST) || date.isAfter(LAST))) {
        problems.add(
            new FieldProblem(
                field.name(), "%s must lie between 1753 and 9999.".formatted(field.title())));
      }
    }
    return new ConvertedRecord(converted.values(), problems);
  }

  private static @Nullable LocalDate date(FieldValue value) {
    return switch (value) {
      case FieldValue.DateTime moment -> moment.value().toLocalDate();
      case FieldValue.Day day -> day.value();
      case FieldValue.Text text -> null;
      case FieldValue.Whole whole -> null;
      case FieldValue.Decimal decimal -> null;
      case FieldValue.Truth truth -> null;
    };
  }
}
