package dev.inlet.actions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one execution of an action ended.
 *
 * @param outcome whether the record is there
 * @param reason why it is not, or perhaps not; null on success
 * @param error the same as a sentence for the caller of the webhook; names no host, no credential;
 *     null on success
 * @param recordId the target's id of the record; null if it is not known
 * @param exchange what went over the wire; null if nothing did
 * @param notBefore when the target wants to be called again; null if it did not say
 */
public record ActionResult(
    Outcome outcome,
    @Nullable FailureReason reason,
    @Nullable String error,
    @Nullable String recordId,
    @Nullable Exchange exchange,
    @Nullable Instant notBefore) {

  public enum Outcome {
    SUCCEEDED,
    /** Surely not written. */
    FAILED,
    /** Perhaps written. */
    UNKNOWN
  }

  /**
   * What was sent and what came back, for the log; without credentials, bounded.
   *
   * @param status null if no answer came
   * @param response null if no answer came
   */
  public record Exchange(String request, @Nullable Integer status, @Nullable String response) {}

  public static ActionResult succeeded(@Nullable String recordId, Exchange exchange) {
    return new ActionResult(Outcome.SUCCEEDED, null, null, recordId, exchange, null);
  }

  public static ActionResult failed(FailureReason reason, String error) {
    return new ActionResult(Outcome.FAILED, reason, error, null, null, null);
  }

  /** Inlet itself failed before anything was sent; why stands in its log. */
  public static ActionResult notPrepared() {
    return failed(
        FailureReason.INTERNAL_ERROR, "Inlet could not prepare the record; nothing was sent.");
  }

  public static ActionResult failed(
      FailureReason reason, String error, @Nullable Exchange exchange) {
    return new ActionResult(Outcome.FAILED, reason, error, null, exchange, null);
  }

  public static ActionResult unknown(
      FailureReason reason, String error, @Nullable Exchange exchange) {
    return new ActionResult(Outcome.UNKNOWN, reason, error, null, exchange, null);
  }

  /** The same of a target that said when it wants to be called again. */
  public ActionResult notBefore(@Nullable Instant time) {
    return new ActionResult(outcome, reason, error, recordId, exchange, time);
  }
}
