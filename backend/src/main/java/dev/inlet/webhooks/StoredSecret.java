package dev.inlet.webhooks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A secret as it is kept.
 *
 * @param until when it stops counting, if it was replaced; null if it counts on
 */
record StoredSecret(UUID id, byte[] ciphertext, @Nullable Instant until) {}
