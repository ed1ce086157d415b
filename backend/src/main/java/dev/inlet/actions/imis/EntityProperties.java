package dev.inlet.actions.imis;

import dev.inlet.actions.FieldValue;
import dev.inlet.imis.EntityBody;
import java.util.Map;

/** Writes typed values as properties of an iMIS entity. */
final class EntityProperties {

  private EntityProperties() {}

  static void write(EntityBody body, Map<String, FieldValue> values) {
    values.forEach((name, value) -> write(body, name, value));
  }

  private static void write(EntityBody body, String name, FieldValue value) {
    switch (value) {
      case FieldValue.Text text -> body.text(name, text.value());
      case FieldValue.Whole whole -> body.int32(name, whole.value());
      case FieldValue.Decimal decimal -> body.decimal(name, decimal.value());
      case FieldValue.Truth truth -> body.bool(name, truth.value());
      case FieldValue.DateTime moment -> body.dateTime(name, moment.value());
      case FieldValue.Day day -> body.dateTime(name, day.value().atStartOfDay());
    }
  }
}
