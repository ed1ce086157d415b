package dev.inlet.platform.json;

/**
 * A text that is not JSON, or not JSON that Inlet takes; the message is a sentence for its author.
 */
public final class InvalidJsonException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  InvalidJsonException(String message, int line, int column) {
    super(message, null, false, false);
    this.line = line;
    this.column = column;
  }

  /** From 1. */
  public int line() {
    return line;
  }

  /** From 1, in characters. */
  public int column() {
    return column;
  }
}
