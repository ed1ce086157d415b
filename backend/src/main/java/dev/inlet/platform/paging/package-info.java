/** Keyset pages and their opaque cursors. */
@NullMarked
package dev.inlet.platform.paging;

import org.jspecify.annotations.NullMarked;
