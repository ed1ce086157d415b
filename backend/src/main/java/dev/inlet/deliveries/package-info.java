/**
 * The journal of deliveries and attempts, the trying of an action for one of them, and the looking
 * at them. Refuses to know how a delivery arrives and is answered. Invariant: what was begun is
 * finished or becomes UNKNOWN (or, once it had succeeded, SUCCEEDED again), an attempt ends itself
 * and no other, nothing is forgotten because something failed, and nothing that may be in iMIS is
 * tried again unless a person says so.
 */
@NullMarked
package dev.inlet.deliveries;

import org.jspecify.annotations.NullMarked;
