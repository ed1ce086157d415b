package dev.inlet.alerts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint was sent, or is to be.
 *
 * @param type as on the wire
 * @param summary what it says, as a sentence
 * @param dueAt when it is tried next; null once it was taken or is given up
 * @param attemptedAt when it was tried last
 * @param failure why that was none that counts; null if it was taken
 */
record Message(
    UUID id,
    String type,
    String summary,
    Instant createdAt,
    @Nullable Instant dueAt,
    int attempts,
    @Nullable Instant attemptedAt,
    @Nullable Instant deliveredAt,
    @Nullable Integer statusCode,
    @Nullable MessageFailure failure) {}
