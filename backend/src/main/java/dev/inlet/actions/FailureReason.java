package dev.inlet.actions;

/** Why an action did not succeed: the closed set that every target's failures are mapped to. */
public enum FailureReason {
  /** A value does not fit its field, or a required field stays blank. */
  MAPPING_FAILED,
  /** The target knows no contact like the one that the record is for. */
  CONTACT_NOT_FOUND,
  /** The target knows several contacts like the one that the record is for. */
  CONTACT_AMBIGUOUS,
  /** The organization has no connection. */
  NOT_CONNECTED,
  /** No connection could be made: name, address, network or TLS. */
  UNREACHABLE,
  /** The address is not one that Inlet may call. */
  ADDRESS_NOT_ALLOWED,
  /** The target refused user name and password. */
  CREDENTIALS_REFUSED,
  /** The target's user may not do this. */
  NOT_PERMITTED,
  /** The target refused the record; what it said is passed on. */
  RECORD_REFUSED,
  /** The target does not know what the action asks for. */
  NOT_FOUND,
  /** The target asked to slow down. */
  THROTTLED,
  /** Too many calls of this connection were under way. */
  BUSY,
  /** The target said that it cannot work right now. */
  UNAVAILABLE,
  /** The target failed while it worked on the request. */
  TARGET_ERROR,
  /** No answer came in time, or the connection broke before it did. */
  NO_ANSWER,
  /** An answer came that is not one of the target's. */
  UNREADABLE_ANSWER,
  /** Inlet itself failed. */
  INTERNAL_ERROR
}
