package dev.inlet.deliveries;

import java.util.concurrent.CompletableFuture;

/** A journal entry on its way, and whoever waits for it. */
final class Pending {

  private final JournalEntry entry;
  private final CompletableFuture<Void> written = new CompletableFuture<>();
  private final long since = System.nanoTime();
  private volatile boolean isHandedOver;
  private volatile boolean isCut;

  Pending(JournalEntry entry) {
    this.entry = entry;
  }

  JournalEntry entry() {
    return entry;
  }

  /** Completes when the entry is durable, or exceptionally when it is not known to be. */
  CompletableFuture<Void> written() {
    return written;
  }

  /** When it came, as {@link System#nanoTime} told it. */
  long since() {
    return since;
  }

  /** To be told before it goes to PostgreSQL; false if nobody waits for it any more. */
  boolean handOver() {
    isHandedOver = true;
    return !written.isDone();
  }

  /** A commit of it began, and nobody heard how it ended. */
  void cut() {
    isCut = true;
  }

  boolean isCut() {
    return isCut;
  }

  /** Waits no more. False if it has been written in the meantime: then it stays so. */
  boolean giveUp() {
    return written.cancel(false) || written.isCompletedExceptionally();
  }

  /** Of one that was given up or failed: whether it may be durable all the same, now or later. */
  boolean isInDoubt() {
    return isCut || (written.isCancelled() && isHandedOver);
  }
}
