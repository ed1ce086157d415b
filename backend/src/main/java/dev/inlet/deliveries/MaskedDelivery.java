package dev.inlet.deliveries;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as support staff see it: payload, headers, violations, errors and what was sent to
 * iMIS are left out.
 *
 * @param isMasked always true
 * @param firstOutcome how it ended without any replay; null before it ended
 * @param firstReason why it did not succeed then; null if it did
 * @param validationMs how long reading the body, parsing and validating it took; null if it did not
 *     arrive completely
 * @param duplicateOf the delivery that came first with the same idempotency key; null without a key
 *     or a first
 * @param attempts the tries of its action
 */
@Introspected
public record MaskedDelivery(
    @JsonUnwrapped MaskedDeliverySummary summary,
    boolean isMasked,
    @Nullable Outcome firstOutcome,
    @Nullable Reason firstReason,
    @Nullable Integer validationMs,
    @Nullable UUID duplicateOf,
    List<Attempt> attempts) {

  /**
   * One try of a delivery's action.
   *
   * @param version the webhook's version whose action it was
   * @param isReplay whether somebody asked for it after the delivery had ended
   * @param startedBy that person's e-mail address; null for the try that the delivery itself
   *     started
   * @param responseStatus null if no answer came
   */
  @Introspected
  @Schema(name = "MaskedAttempt")
  public record Attempt(
      int number,
      int version,
      boolean isReplay,
      @Nullable String startedBy,
      Outcome outcome,
      @Nullable Reason reason,
      @Nullable String recordId,
      @Nullable Integer responseStatus,
      Instant startedAt,
      Instant finishedAt,
      AttemptDurations durations) {}
}
