package dev.inlet.actions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** A value of a field's type. */
public sealed interface FieldValue {

  record Text(String value) implements FieldValue {}

  record Whole(int value) implements FieldValue {}

  record Decimal(BigDecimal value) implements FieldValue {}

  record Truth(boolean value) implements FieldValue {}

  /** In the target's time zone. */
  record DateTime(LocalDateTime value) implements FieldValue {}

  record Day(LocalDate value) implements FieldValue {}
}
