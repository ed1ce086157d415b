package dev.inlet.deliveries.batches;

/** Where a batch stands. */
enum BatchState {
  /** A dry run: nothing is tried before somebody starts it. */
  PLANNED,
  /** Its deliveries are tried, a few at a time. */
  RUNNING,
  /** No further delivery is begun. */
  PAUSED,
  /** Nothing is left to try. */
  DONE,
  /** Somebody ended it; what was left is skipped. */
  CANCELLED
}
