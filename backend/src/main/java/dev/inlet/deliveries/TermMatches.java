package dev.inlet.deliveries;

import java.util.List;

/**
 * The deliveries that terms were found in.
 *
 * @param terms all of them occur
 * @param deliveries where they are; empty if there are more than anybody should carry about
 * @param areFew whether these are all
 */
record TermMatches(List<Long> terms, List<DeliveryId> deliveries, boolean areFew) {

  boolean areNone() {
    return areFew && deliveries.isEmpty();
  }
}
