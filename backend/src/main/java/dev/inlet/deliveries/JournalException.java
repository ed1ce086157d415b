package dev.inlet.deliveries;

import org.jspecify.annotations.Nullable;

/** The journal could not be written in time: whatever it was to hold is not known to be durable. */
public final class JournalException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean isInDoubt;

  JournalException(String message, @Nullable Throwable cause) {
    this(message, cause, false);
  }

  private JournalException(String message, @Nullable Throwable cause, boolean isInDoubt) {
    super(message, cause);
    this.isInDoubt = isInDoubt;
  }

  /** The same of a delivery that is worked on if it is durable after all. */
  static JournalException inDoubt(JournalException why) {
    return new JournalException(String.valueOf(why.getMessage()), why, true);
  }

  /** Whether what it was to hold may be done all the same. */
  public boolean isInDoubt() {
    return isInDoubt;
  }
}
