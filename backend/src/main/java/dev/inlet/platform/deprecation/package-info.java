/**
 * How callers learn that an operation will go. Knows no operation. Invariant: whoever calls a
 * deprecated one is told, refused or not.
 */
@NullMarked
package dev.inlet.platform.deprecation;

import org.jspecify.annotations.NullMarked;
