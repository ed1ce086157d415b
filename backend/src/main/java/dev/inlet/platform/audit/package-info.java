/**
 * Writing down who did what. Features call it in the transaction that does it, so that there is no
 * change without its event and no event without its change. Refuses to know how the trail is read.
 */
@NullMarked
package dev.inlet.platform.audit;

import org.jspecify.annotations.NullMarked;
