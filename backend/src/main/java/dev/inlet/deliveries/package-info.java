/**
 * The journal of deliveries and attempts, and the looking at it. Refuses to know how a delivery is
 * handled. Invariant: what was begun is finished or becomes UNKNOWN, and nothing is forgotten
 * because something failed.
 */
@NullMarked
package dev.inlet.deliveries;

import org.jspecify.annotations.NullMarked;
