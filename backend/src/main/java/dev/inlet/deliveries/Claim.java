package dev.inlet.deliveries;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery with an idempotency key has to hold before it begins.
 *
 * @param key a hash of the key
 * @param body a hash of what came with it
 * @param until when anybody else may have the key
 * @param insteadOf the delivery that has the key and does not hold it any more; null if there is
 *     none
 */
public record Claim(
    byte[] key, byte[] body, Instant at, Instant until, @Nullable DeliveryId insteadOf) {

  public Claim insteadOf(@Nullable DeliveryId other) {
    return new Claim(key, body, at, until, other);
  }
}
