package dev.inlet.webhooks.mapping;

/** A template that cannot be understood; the message is a sentence for its author. */
public final class TemplateException extends Exception {

  private static final long serialVersionUID = 1L;

  TemplateException(String message) {
    super(message, null, false, false);
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
