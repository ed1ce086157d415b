package dev.inlet.deliveries;

import dev.inlet.webhooks.schema.Violation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a delivery ended whose action was never begun.
 *
 * @param error a sentence for people; null if the violations say it
 * @param violations of the schema; empty unless it was violated
 * @param statusCode what the caller is answered
 */
public record Ending(
    Outcome outcome,
    Reason reason,
    @Nullable String error,
    List<Violation> violations,
    int statusCode,
    Instant finishedAt) {}
