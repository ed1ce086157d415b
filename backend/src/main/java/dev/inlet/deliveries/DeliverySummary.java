package dev.inlet.deliveries;

import dev.inlet.webhooks.schema.Violation;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as it stands in a list.
 *
 * @param reason why it did not succeed; null if it did or is under way
 * @param error the same as a sentence
 * @param statusCode what its caller was answered; null if nobody was
 * @param recordId the target's id of the record; null if there is none or it is not known
 * @param bodyBytes how many bytes of the body are stored: fewer than came where it was cut, where a
 *     property is never stored or the body is withheld; how many came would tell how long that was
 * @param firstViolation the first way in which the body breaks the schema; null if it does not
 * @param replaysBegun how often somebody asked for another try
 * @param nextAttemptAt when its next attempt begins at the earliest; null if it waits for none
 * @param finishedAt when it ended without any replay; null before
 */
@Introspected
public record DeliverySummary(
    UUID id,
    Instant receivedAt,
    UUID webhookId,
    @Nullable String webhookName,
    int version,
    Outcome outcome,
    @Nullable Reason reason,
    @Nullable String error,
    @Nullable Integer statusCode,
    @Nullable String recordId,
    String sourceAddress,
    int bodyBytes,
    @Nullable Instant finishedAt,
    int replaysBegun,
    @Nullable Instant nextAttemptAt,
    @Nullable Violation firstViolation) {

  DeliverySummary with(@Nullable String otherError, @Nullable Violation otherViolation) {
    return new DeliverySummary(
        id,
        receivedAt,
        webhookId,
        webhookName,
        version,
        outcome,
        reason,
        otherError,
        statusCode,
        recordId,
        sourceAddress,
        bodyBytes,
        finishedAt,
        replaysBegun,
        nextAttemptAt,
        otherViolation);
  }
}
