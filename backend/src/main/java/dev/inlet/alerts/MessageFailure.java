package dev.inlet.alerts;

/** Why an attempt to deliver a message was none that counts. */
enum MessageFailure {
  /** The address leads where Inlet may not call. */
  ADDRESS_NOT_ALLOWED,
  /** No connection was made. */
  UNREACHABLE,
  /** No answer came in time, or none that is HTTP. */
  NO_ANSWER,
  /** It was answered with anything but 2xx. */
  REFUSED,
  /** It was answered 410: the endpoint is to get no more. */
  GONE,
  /** The endpoint was switched off meanwhile. */
  SWITCHED_OFF,
  /** So many were waiting that it gave way to newer ones. */
  GAVE_WAY,
  /** Inlet itself failed. */
  INTERNAL_ERROR;

  /** Whether another attempt is not even made. */
  boolean isFinal() {
    return this == GONE || this == SWITCHED_OFF;
  }
}
