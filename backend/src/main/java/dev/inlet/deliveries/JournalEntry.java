package dev.inlet.deliveries;

/** One thing to write down. */
sealed interface JournalEntry {

  record Begin(Receipt receipt, Outcome outcome) implements JournalEntry {}

  record Rejected(Receipt receipt, Ending ending) implements JournalEntry {}

  record Finish(DeliveryKey delivery, Ending ending) implements JournalEntry {}
}
