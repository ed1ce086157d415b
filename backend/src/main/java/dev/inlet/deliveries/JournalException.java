package dev.inlet.deliveries;

import org.jspecify.annotations.Nullable;

/** The journal could not be written in time: whatever it was to hold is not known to be durable. */
public final class JournalException extends Exception {

  private static final long serialVersionUID = 1L;

  JournalException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
