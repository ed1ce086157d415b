package dev.inlet.actions;

/** How new what is told of the target system has to be. */
public enum Freshness {
  /** As it was read some minutes ago, if it was. */
  REMEMBERED,
  /** Read again, unless that was done seconds ago. */
  ANEW
}
