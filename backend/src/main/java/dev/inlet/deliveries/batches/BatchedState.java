package dev.inlet.deliveries.batches;

import dev.inlet.deliveries.Outcome;

/** Where one delivery of a batch stands. */
enum BatchedState {
  WAITING,
  UNDER_WAY,
  /** The record is in the target. */
  SUCCEEDED,
  /** This try wrote nothing. */
  FAILED,
  /** Nobody knows whether the record is in the target. */
  UNKNOWN,
  /** It is not tried by this batch. */
  SKIPPED;

  static BatchedState of(Outcome outcome) {
    return switch (outcome) {
      case SUCCEEDED -> SUCCEEDED;
      case FAILED -> FAILED;
      default -> UNKNOWN;
    };
  }
}
