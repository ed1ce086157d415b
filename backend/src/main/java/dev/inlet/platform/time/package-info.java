/** Clocks and deadlines as values, so that tests own the time. */
@NullMarked
package dev.inlet.platform.time;

import org.jspecify.annotations.NullMarked;
