/**
 * Batches: several deliveries that are replayed together. Refuses to know how a delivery is
 * replayed. Invariant: what a batch replays is settled when it is planned, each of its deliveries
 * is tried by it at most once, whatever dies on the way, and whatever it does not try it says why.
 */
@NullMarked
package dev.inlet.deliveries.batches;

import org.jspecify.annotations.NullMarked;
