package dev.inlet.alerts;

import org.jspecify.annotations.Nullable;

/**
 * How one attempt to deliver a message ended.
 *
 * @param statusCode what it was answered with; null if it was not
 * @param failure null if it was taken
 */
record Attempt(@Nullable Integer statusCode, @Nullable MessageFailure failure) {

  private static final int GONE = 410;

  static Attempt answered(int statusCode) {
    if (statusCode == GONE) {
      return new Attempt(statusCode, MessageFailure.GONE);
    }
    boolean isTaken = statusCode >= 200 && statusCode < 300;
    return new Attempt(statusCode, isTaken ? null : MessageFailure.REFUSED);
  }

  static Attempt failed(MessageFailure failure) {
    return new Attempt(null, failure);
  }
}
