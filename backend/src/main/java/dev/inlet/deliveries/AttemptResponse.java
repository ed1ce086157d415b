package dev.inlet.deliveries;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try of a delivery's action.
 *
 * @param version the webhook's version whose action it was
 * @param isReplay whether somebody asked for it after the delivery had ended
 * @param startedBy that person's e-mail address; null for the try that the delivery itself started
 * @param request the body that was sent; null if nothing was
 * @param responseStatus null if no answer came
 * @param response the body that was answered, cut if it is long
 */
@Introspected
public record AttemptResponse(
    int number,
    int version,
    boolean isReplay,
    @Nullable String startedBy,
    Outcome outcome,
    @Nullable Reason reason,
    @Nullable String error,
    @Nullable String recordId,
    @Nullable String request,
    @Nullable Integer responseStatus,
    @Nullable String response,
    Instant startedAt,
    Instant finishedAt,
    AttemptDurations durations) {

  AttemptResponse with(
      @Nullable String otherError, @Nullable String otherRequest, @Nullable String otherResponse) {
    return new AttemptResponse(
        number,
        version,
        isReplay,
        startedBy,
        outcome,
        reason,
        otherError,
        recordId,
        otherRequest,
        responseStatus,
        otherResponse,
        startedAt,
        finishedAt,
        durations);
  }
}
