package dev.inlet.actions;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Converts rendered values to a record by a description of its fields. */
public final class RecordConversion {

  private RecordConversion() {}

  /** Every problem is found, not only the first; blank values are left out. */
  public static ConvertedRecord of(
      List<ActionField> fields, Map<String, String> values, ZoneId zone) {
    Map<String, FieldValue> converted = new LinkedHashMap<>();
    List<FieldProblem> problems = new ArrayList<>();
    for (ActionField field : fields) {
      String text = values.getOrDefault(field.name(), "");
      if (!text.isBlank()) {
        try {
          converted.put(field.name(), FieldConversion.convert(field, text, zone));
        } catch (FieldValueException e) {
          problems.add(new FieldProblem(field.name(), e.sentence()));
        }
      } else if (field.isRequired()) {
        problems.add(
            new FieldProblem(
                field.name(),
                "%s is required, but no value came for it.".formatted(field.title())));
      }
    }
    return new ConvertedRecord(converted, problems);
  }
}
