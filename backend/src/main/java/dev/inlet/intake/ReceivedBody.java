package dev.inlet.intake;

/** What came of reading a request's body. */
sealed interface ReceivedBody {

  /** As much as was read. */
  byte[] bytes();

  record Complete(byte[] bytes) implements ReceivedBody {}

  record TooLarge(byte[] bytes) implements ReceivedBody {}

  /** The sender was too slow. */
  record TimedOut(byte[] bytes) implements ReceivedBody {}

  /** The node holds as many bytes as it can. */
  record Crowded(byte[] bytes) implements ReceivedBody {}

  /** The sender went away, or sent something that is not HTTP. */
  record Broken(byte[] bytes) implements ReceivedBody {}
}
