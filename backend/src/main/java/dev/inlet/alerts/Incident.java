package dev.inlet.alerts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that fails, from when that was noticed until it was over.
 *
 * @param webhookId null if it is about the organization as a whole
 * @param countsRejected whether what did not fit counts as failed, as far as its rule says now
 * @param failed how many deliveries failed when it began, where that is counted
 * @param counted of how many
 * @param toldAt null until somebody is told: not too soon after the one before
 * @param isRecovered false if it is merely watched no longer; null while it is open
 * @param mailsLeftOut how many e-mails about it were not written, because whom they were for had
 *     got too many
 */
record Incident(
    UUID id,
    UUID ruleId,
    AlertKind kind,
    @Nullable UUID webhookId,
    @Nullable String webhookName,
    boolean countsRejected,
    @Nullable Integer failed,
    @Nullable Integer counted,
    @Nullable Integer periodMinutes,
    Instant openedAt,
    @Nullable Instant toldAt,
    @Nullable Instant closedAt,
    @Nullable Boolean isRecovered,
    int mailsLeftOut) {}
