package dev.inlet.deliveries;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The deliveries that terms were found in.
 *
 * @param terms all of them occur
 * @param deliveries where they are; empty if there are more than anybody should carry about
 * @param areFew whether these are all
 * @param reach these are all only from the start of a page up to here; null if they are all, or too
 *     many to be carried about
 */
record TermMatches(
    List<Long> terms, List<DeliveryId> deliveries, boolean areFew, @Nullable Instant reach) {

  /** Those are all. */
  static TermMatches few(List<Long> terms, List<DeliveryId> deliveries) {
    return new TermMatches(terms, deliveries, true, null);
  }

  /** Those are all up to there. */
  static TermMatches fewUpTo(Instant reach, List<Long> terms, List<DeliveryId> deliveries) {
    return new TermMatches(terms, deliveries, true, reach);
  }

  /** There are so many that they are met soon on the way through the deliveries. */
  static TermMatches many(List<Long> terms) {
    return new TermMatches(terms, List.of(), false, null);
  }

  boolean areNone() {
    return areFew && deliveries.isEmpty();
  }
}
