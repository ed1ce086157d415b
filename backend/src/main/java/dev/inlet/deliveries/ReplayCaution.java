package dev.inlet.deliveries;

/** What another try of a delivery has to mind: it may write the record a second time. */
public enum ReplayCaution {
  /** The record is not in the target, as far as is known. */
  NONE,
  /** The record may be in the target, and is looked for before another one is written. */
  LOOKS_FIRST,
  /**
   * The record can be looked for, yet what was sent may still arrive: a few minutes later it will
   * be certain. Until then a person has to confirm.
   */
  TOO_EARLY,
  /** The record is or may be in the target, and nobody can look for it: a person has to confirm. */
  UNCERTAIN;

  boolean needsConfirmation() {
    return this == TOO_EARLY || this == UNCERTAIN;
  }
}
