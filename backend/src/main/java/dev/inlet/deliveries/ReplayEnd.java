package dev.inlet.deliveries;

import org.jspecify.annotations.Nullable;

/**
 * How a further try of a delivery ended.
 *
 * @param outcome what this try came to: UNKNOWN, too, if it wrote nothing and nobody knows about
 *     the ones before
 * @param reason why it did not succeed; null if it did
 */
public record ReplayEnd(Outcome outcome, @Nullable Reason reason) {}
