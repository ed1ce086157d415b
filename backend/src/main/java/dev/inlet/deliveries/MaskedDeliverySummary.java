package dev.inlet.deliveries;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as support staff see it in a list. What an error says is left out: it may quote the
 * payload.
 *
 * @param reason why it did not succeed; null if it did or is under way
 * @param statusCode what its caller was answered; null if nobody was
 * @param recordId the target's id of the record; null if there is none or it is not known
 * @param bodyBytes how many bytes of the body are stored; fewer may be than came
 * @param isBodyPartial whether there were more bytes than were kept
 * @param replaysBegun how often somebody asked for another try
 * @param nextAttemptAt when its next attempt begins at the earliest; null if it waits for none
 * @param finishedAt null while it is under way
 */
@Introspected
public record MaskedDeliverySummary(
    UUID organizationId,
    String organizationName,
    UUID id,
    Instant receivedAt,
    UUID webhookId,
    @Nullable String webhookName,
    int version,
    Outcome outcome,
    @Nullable Reason reason,
    @Nullable Integer statusCode,
    @Nullable String recordId,
    String sourceAddress,
    int bodyBytes,
    boolean isBodyPartial,
    @Nullable Instant finishedAt,
    int replaysBegun,
    @Nullable Instant nextAttemptAt) {}
