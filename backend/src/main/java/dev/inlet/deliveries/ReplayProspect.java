package dev.inlet.deliveries;

/** What trying a delivery once more would come to, as far as can be told before. */
public enum ReplayProspect {
  /** The record would be written. */
  READY,
  /** The record would be looked for first, and written if it is not there. */
  LOOKS_FIRST,
  /** As before, yet only in a few minutes: what was sent may still arrive. */
  TOO_EARLY,
  /** The record is there already, and would be written once more. */
  SUCCEEDED,
  /** The record may be there, nobody can look for it, and it might be written once more. */
  UNCERTAIN,
  /** The record would lack values that are never stored. */
  INCOMPLETE,
  /** It cannot be tried, or its body does not fit. */
  IMPOSSIBLE
}
