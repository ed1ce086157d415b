package dev.inlet.deliveries;

import dev.inlet.platform.time.Deadline;
import dev.inlet.webhooks.queue.QueueSettings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Writes deliveries down. Each method returns only when what it was given is durable. */
@Singleton
public class DeliveryJournal {

  private final JournalWriter writer;
  private final Retries retries;

  DeliveryJournal(JournalWriter writer, Retries retries) {
    this.writer = writer;
    this.retries = retries;
  }

  /**
   * Writes down a delivery before its action starts.
   *
   * @throws JournalException if it is not durable by the deadline; its action must not be started
   */
  public void begin(Receipt receipt, Deadline deadline) throws JournalException {
    writeOrWithdraw(new JournalEntry.Begin(receipt, Outcome.RECEIVED), deadline);
  }

  /** Whether it is so late with what it has that nothing more should be begun. */
  public boolean isBehind() {
    return writer.isBehind();
  }

  /**
   * Writes down a delivery whose action is to come later.
   *
   * @throws JournalException if it is not durable by the deadline; it must not be acknowledged. If
   *     that is {@linkplain JournalException#isInDoubt in doubt}, its caller must be answered 500
   *     and {@link CallerAnswer#NOT_CONFIRMED}
   */
  public void queue(Receipt receipt, QueueSettings settings, Deadline deadline)
      throws JournalException {
    writeOrWithdraw(queued(receipt, settings, null), deadline);
  }

  /**
   * As {@link #begin(Receipt, Deadline)}, if the delivery gets what it claims.
   *
   * @return whether it is begun; if not, nothing was written
   */
  public boolean begin(Receipt receipt, Claim claim, Deadline deadline) throws JournalException {
    return writeIfFree(new JournalEntry.Begin(receipt, Outcome.RECEIVED, claim), deadline);
  }

  /**
   * As {@link #queue(Receipt, QueueSettings, Deadline)}, if the delivery gets what it claims.
   *
   * @return whether it is queued; if not, nothing was written
   */
  public boolean queue(Receipt receipt, QueueSettings settings, Claim claim, Deadline deadline)
      throws JournalException {
    return writeIfFree(queued(receipt, settings, claim), deadline);
  }

  private JournalEntry.Begin queued(
      Receipt receipt, QueueSettings settings, @Nullable Claim claim) {
    QueuePlace place = retries.place(receipt.id().receivedAt(), settings);
    return new JournalEntry.Begin(receipt, Outcome.QUEUED, claim, place);
  }

  private boolean writeIfFree(JournalEntry.Begin begin, Deadline deadline) throws JournalException {
    try {
      writeOrWithdraw(begin, deadline);
      return true;
    } catch (JournalException e) {
      if (isKeyHeld(e)) {
        return false;
      }
      throw e;
    }
  }

  /**
   * Writes down a delivery that ended before it began.
   *
   * @throws JournalException if it is not durable by the deadline
   */
  public void reject(Receipt receipt, Ending ending, Deadline deadline) throws JournalException {
    writeOrWithdraw(new JournalEntry.Rejected(receipt, ending), deadline);
  }

  /**
   * Writes down how a try of a begun delivery's action ended, and what that makes of the delivery.
   *
   * @param statusCode what the caller is answered; null if nobody waits for an answer
   * @throws JournalException if it is not durable by the deadline; the caller must be answered 500
   *     and {@link CallerAnswer#NOT_RECORDED}
   */
  public void finish(
      DeliveryKey delivery, Attempt attempt, @Nullable Integer statusCode, Deadline deadline)
      throws JournalException {
    Pending finish = writer.write(new JournalEntry.Finish(delivery, attempt, statusCode));
    try {
      // Never taken back: an outcome that is known is worth writing down however late.
      await(finish, deadline);
    } catch (JournalException e) {
      if (statusCode != null) {
        // Nobody waits for this one: whoever would is being told it.
        Pending _ =
            writer.write(new JournalEntry.Answered(delivery, 500, CallerAnswer.NOT_RECORDED));
      }
      throw e;
    }
  }

  /**
   * Writes down how a try of a queued delivery's action ended, which nobody waits for.
   *
   * @param nextAttemptAt until when the delivery is queued again, for whichever node; null if it
   *     has ended
   * @throws JournalException if it is not durable by the deadline
   */
  public void finishQueued(
      DeliveryKey delivery, Attempt attempt, @Nullable Instant nextAttemptAt, Deadline deadline)
      throws JournalException {
    await(writer.write(new JournalEntry.Finish(delivery, attempt, null, nextAttemptAt)), deadline);
  }

  /**
   * An entry that is not written in time is taken back: whoever reads the journal later must not be
   * told otherwise.
   */
  private void writeOrWithdraw(JournalEntry entry, Deadline deadline) throws JournalException {
    if (deadline.remaining().isZero()) {
      throw new JournalException("There is no time left to write the journal", null);
    }
    Pending pending = writer.write(entry);
    try {
      await(pending, deadline);
    } catch (JournalException e) {
      if (pending.giveUp()) {
        boolean isQueued = entry instanceof JournalEntry.Begin begin && begin.isQueued();
        boolean mayBeDone = isQueued && pending.isInDoubt() && !isKeyHeld(e);
        throw mayBeDone ? JournalException.inDoubt(e) : e;
      }
      // It was in that very moment: nobody takes it back, so nobody may be told that it was.
    }
  }

  private static boolean isKeyHeld(JournalException e) {
    return e.getCause() instanceof KeyHeldException;
  }

  private static void await(Pending pending, Deadline deadline) throws JournalException {
    try {
      pending.written().get(deadline.remaining().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new JournalException("The journal could not be written", e.getCause());
    } catch (TimeoutException e) {
      throw new JournalException("The journal was not written in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JournalException("The journal was interrupted", e);
    }
  }
}
