package dev.inlet.deliveries;

/** What became of a delivery. */
public enum Outcome {
  /** Being worked on right now. */
  RECEIVED,
  /** Acknowledged; its action is still to come. */
  QUEUED,
  /** The record is in the target. */
  SUCCEEDED,
  /** Its sender's fault; no action was begun. */
  REJECTED,
  /** Surely not in the target. */
  FAILED,
  /** Perhaps in the target. */
  UNKNOWN,
  /** Answered with what the first one was answered. */
  DUPLICATE;

  boolean isUnderWay() {
    return this == RECEIVED || this == QUEUED;
  }
}
