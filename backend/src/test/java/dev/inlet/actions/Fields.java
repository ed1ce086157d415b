package dev.inlet.actions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields for tests. */
final class Fields {

  private Fields() {}

  static ActionField of(FieldType type) {
    return field(type, null, null, null);
  }

  static ActionField text(int lengthMax) {
    return field(FieldType.TEXT, lengthMax, null, null);
  }

  static ActionField decimal(int precision, int scale) {
    return field(FieldType.DECIMAL, null, precision, scale);
  }

  static ActionField named(String name, FieldType type, boolean isRequired) {
    return new ActionField(name, name, type, null, null, null, isRequired, null, null, List.of());
  }

  static ActionField allowing(FieldType type, String... values) {
    return new ActionField(
        "FIELD", "Field", type, null, null, null, false, null, null, List.of(values));
  }

  private static ActionField field(
      FieldType type,
      @Nullable Integer lengthMax,
      @Nullable Integer precision,
      @Nullable Integer scale) {
    return new ActionField(
        "FIELD", "Field", type, lengthMax, precision, scale, false, null, null, List.of());
  }
}
