package dev.inlet.deliveries;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries to list; what is null does not narrow.
 *
 * @param from the first instant
 * @param to the instant after the last
 * @param text a delivery's id, a record's id, a source address, or text that occurs in the body
 * @param before only those older than this one
 */
record DeliveryFilter(
    @Nullable UUID webhook,
    @Nullable Outcome outcome,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String text,
    @Nullable DeliveryId before) {}
