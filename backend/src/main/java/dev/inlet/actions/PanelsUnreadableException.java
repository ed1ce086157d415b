package dev.inlet.actions;

/** Why panels cannot be read now, as a sentence for whoever designs the webhook. */
public final class PanelsUnreadableException extends Exception {

  private static final long serialVersionUID = 1L;

  private final FailureReason reason;

  public PanelsUnreadableException(FailureReason reason, String sentence) {
    super(sentence, null, false, false);
    this.reason = reason;
  }

  public FailureReason reason() {
    return reason;
  }

  /** What happened and what to do; names no host and no credential. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
