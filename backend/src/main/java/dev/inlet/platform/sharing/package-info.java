/**
 * What a node has only so much of, and many want. Owns who gets some of it, and whose turn it is;
 * refuses to know what it is. Invariant: whoever wants much leaves something to whoever comes next.
 */
@NullMarked
package dev.inlet.platform.sharing;

import org.jspecify.annotations.NullMarked;
