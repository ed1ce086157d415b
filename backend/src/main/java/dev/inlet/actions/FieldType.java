package dev.inlet.actions;

/** What a target's field holds. */
public enum FieldType {
  TEXT,
  /** A whole number of 32 bits. */
  INTEGER,
  DECIMAL,
  BOOLEAN,
  /** A date and a time of day in the target's own time zone. */
  DATE_TIME,
  DATE
}
