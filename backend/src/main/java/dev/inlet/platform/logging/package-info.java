/**
 * How a line of the log is written. Knows nothing of who logs. Invariant: what a stranger sent
 * begins no line, and turns or hides none.
 */
@NullMarked
package dev.inlet.platform.logging;

import org.jspecify.annotations.NullMarked;
