package dev.inlet.deliveries;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a delivery waits.
 *
 * @param retryUntil until when it is tried again after a failure that can pass; null if it is tried
 *     once
 * @param isInOrder whether it waits for those of its webhook that were acknowledged before it
 */
record QueuePlace(@Nullable Instant retryUntil, boolean isInOrder) {

  /** What does not wait. */
  static final QueuePlace NONE = new QueuePlace(null, false);
}
