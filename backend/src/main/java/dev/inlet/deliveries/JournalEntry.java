package dev.inlet.deliveries;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing to write down. Written twice, it is there once. */
sealed interface JournalEntry {

  /** About how much there is to write. */
  default int bytes() {
    return 0;
  }

  /**
   * Begins a delivery, or queues it.
   *
   * @param claim what it must hold for that; null if nothing
   * @param place how it waits
   */
  record Begin(Receipt receipt, Outcome outcome, @Nullable Claim claim, QueuePlace place)
      implements JournalEntry {

    Begin(Receipt receipt, Outcome outcome) {
      this(receipt, outcome, null);
    }

    Begin(Receipt receipt, Outcome outcome, @Nullable Claim claim) {
      this(receipt, outcome, claim, QueuePlace.NONE);
    }

    @Override
    public int bytes() {
      return receipt.payload().body().length;
    }

    /** Any node works on it as soon as it is durable, however late: it cannot be taken back. */
    boolean isQueued() {
      return outcome == Outcome.QUEUED;
    }

    /**
     * What is to be written too if it is durable though its caller gave up. What was to be begun
     * nobody works on, so it is taken back; what is queued stays, and its caller was told that it
     * may be done.
     */
    JournalEntry afterGivenUp() {
      return isQueued()
          ? new Answered(receipt.key(), 500, CallerAnswer.NOT_CONFIRMED)
          : new Withdraw(this);
    }
  }

  record Rejected(Receipt receipt, Ending ending) implements JournalEntry {

    @Override
    public int bytes() {
      return receipt.payload().body().length;
    }
  }

  /**
   * Ends an attempt, and with it its delivery if that is still what the attempt began.
   *
   * @param statusCode what the caller is answered; null if nobody waits for an answer
   * @param nextAttemptAt when the delivery is tried again instead; null if it has ended
   * @param exchange what iMIS was sent and answered, {@linkplain StoredExchange#deflated deflated}
   *     by whoever waits for this to be written, so that the others need not; null if nothing was
   */
  record Finish(
      DeliveryKey delivery,
      Attempt attempt,
      @Nullable Integer statusCode,
      @Nullable Instant nextAttemptAt,
      byte @Nullable [] exchange)
      implements JournalEntry {

    Finish(DeliveryKey delivery, Attempt attempt, @Nullable Integer statusCode) {
      this(delivery, attempt, statusCode, null);
    }

    Finish(
        DeliveryKey delivery,
        Attempt attempt,
        @Nullable Integer statusCode,
        @Nullable Instant nextAttemptAt) {
      this(
          delivery,
          attempt,
          statusCode,
          nextAttemptAt,
          attempt.result().exchange() == null
              ? null
              : StoredExchange.of(attempt.result().exchange()).deflated());
    }

    @Override
    public int bytes() {
      return exchange == null ? 0 : exchange.length;
    }
  }

  /** What the caller was answered, whatever the end of its delivery says. */
  record Answered(DeliveryKey delivery, int statusCode, String error) implements JournalEntry {}

  /**
   * Takes back a begun delivery that nobody works on, because its caller was told that it was not
   * taken.
   */
  record Withdraw(Begin begin) implements JournalEntry {}
}
