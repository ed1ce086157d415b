package dev.inlet.actions.imis;

import dev.inlet.actions.FailureReason;
import dev.inlet.actions.TargetUnreadableException;
import dev.inlet.imis.ImisFailure;

/** Why iMIS could not be read, with what to do about it. */
final class Unreadable {

  private Unreadable() {}

  /**
   * @param what was to be read, in the plural
   */
  static TargetUnreadableException notConnected(String what) {
    return new TargetUnreadableException(
        FailureReason.NOT_CONNECTED,
        "Connect the organization to iMIS first: %s are read from there.".formatted(what));
  }

  /**
   * @param what was to be read, in the plural
   */
  static TargetUnreadableException because(ImisFailure failure, String what) {
    return new TargetUnreadableException(
        ImisInsertion.reason(failure),
        "The %s could not be read because %s".formatted(what, advice(failure)));
  }

  private static String advice(ImisFailure failure) {
    return switch (failure) {
      case ADDRESS_NOT_ALLOWED, UNREACHABLE, NO_ANSWER ->
          "iMIS did not answer. Check that it is up, and test the connection.";
      case CREDENTIALS_REFUSED, NOT_AUTHENTICATED ->
          "iMIS refused the user name or password. Correct them in the connection.";
      case NOT_PERMITTED ->
          "the connection's user may not see them. Give it the RemoteService role in iMIS.";
      case THROTTLED, BUSY -> "iMIS is busy. Try again in a minute.";
      case UNAVAILABLE, SERVER_ERROR, CONFLICT, TOO_LARGE ->
          "iMIS is not working properly right now. Try again later.";
      case RECORD_REFUSED, NOT_FOUND, NOT_IMIS, UNREADABLE_ANSWER ->
          "iMIS answered with something else. Test the connection.";
    };
  }
}
