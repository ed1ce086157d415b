package dev.inlet.actions;

import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;

/** Why the target cannot be read now, as a sentence for whoever designs the webhook. */
public final class TargetUnreadableException extends Exception {

  private static final long serialVersionUID = 1L;

  private final FailureReason reason;

  public TargetUnreadableException(FailureReason reason, String sentence) {
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

  ProblemException problem() {
    return reason == FailureReason.NOT_CONNECTED
        ? new ProblemException(ProblemType.CONNECTION_REQUIRED)
        : new ProblemException(ProblemType.TARGET_UNREADABLE, sentence());
  }
}
