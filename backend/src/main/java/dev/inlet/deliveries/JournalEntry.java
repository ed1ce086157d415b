package dev.inlet.deliveries;

/** One thing to write down. Written twice, it is there once. */
sealed interface JournalEntry {

  record Begin(Receipt receipt, Outcome outcome) implements JournalEntry {}

  record Rejected(Receipt receipt, Ending ending) implements JournalEntry {}

  record Finish(DeliveryKey delivery, Ending ending) implements JournalEntry {}

  /**
   * Takes back a begun delivery that nobody works on, because its caller was told that it was not
   * taken.
   */
  record Withdraw(Begin begin) implements JournalEntry {}
}
