package dev.inlet.actions;

/** A text that does not become a field's value; the message is a sentence that names the field. */
public final class FieldValueException extends Exception {

  private static final long serialVersionUID = 1L;

  FieldValueException(String message) {
    super(message, null, false, false);
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
