package dev.inlet.imis;

/**
 * Every way a call to iMIS fails. The closed set; statuses after ASI's own client
 * (ServiceResponseExtensions), where a status leaves open whether the record was written, so does
 * this.
 */
public enum ImisFailure {
  ADDRESS_NOT_ALLOWED(false, "Inlet may not call the address of this iMIS."),
  UNREACHABLE(false, "iMIS could not be reached."),
  CREDENTIALS_REFUSED(false, "iMIS refused the user name or password of the connection."),
  NOT_AUTHENTICATED(false, "iMIS did not accept the sign-in of the connection."),
  NOT_PERMITTED(false, "The connection's user may not do this in iMIS."),
  RECORD_REFUSED(false, "iMIS refused the record."),
  NOT_FOUND(false, "iMIS does not know what was asked for."),
  CONFLICT(false, "iMIS already holds a record with this key."),
  TOO_LARGE(false, "The record is too large for iMIS."),
  THROTTLED(false, "iMIS asked to slow down."),
  BUSY(false, "Too many calls to this iMIS were under way."),
  UNAVAILABLE(false, "iMIS is not available right now."),
  NOT_IMIS(false, "What answered at the connection's address is not iMIS."),
  /** 500 and the like: iMIS failed somewhere between reading the request and answering it. */
  SERVER_ERROR(true, "iMIS failed while it worked on the record; it may or may not be in iMIS."),
  NO_ANSWER(true, "iMIS gave no answer; the record may or may not be in iMIS."),
  UNREADABLE_ANSWER(
      true, "iMIS gave an answer that cannot be read; the record may or may not be in iMIS.");

  private final boolean mayHaveWritten;
  private final String sentence;

  ImisFailure(boolean mayHaveWritten, String sentence) {
    this.mayHaveWritten = mayHaveWritten;
    this.sentence = sentence;
  }

  /** Whether a record that was being inserted may be there all the same. */
  public boolean mayHaveWritten() {
    return mayHaveWritten;
  }

  /** What happened, for people; names no host and no credential. */
  public String sentence() {
    return sentence;
  }
}
