/** What every feature stands on. Knows no feature: nothing below may import one. */
@NullMarked
package dev.inlet.platform;

import org.jspecify.annotations.NullMarked;
