package dev.inlet.deliveries;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try of a delivery's action.
 *
 * @param request the body that was sent; null if nothing was
 * @param responseStatus null if no answer came
 * @param response the body that was answered, cut if it is long
 */
@Introspected
public record AttemptResponse(
    int number,
    Outcome outcome,
    @Nullable Reason reason,
    @Nullable String error,
    @Nullable String recordId,
    @Nullable String request,
    @Nullable Integer responseStatus,
    @Nullable String response,
    Instant startedAt,
    Instant finishedAt) {}
