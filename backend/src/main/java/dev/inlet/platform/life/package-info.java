/**
 * Whether a node is to be sent requests, and how it leaves: first it says that it takes no more,
 * then nobody sends any more, then what is in flight comes to its end. Knows no feature: whatever
 * can keep a node from being of use is an {@link dev.inlet.platform.life.Obstacle} of its own, and
 * whatever lasts for as long as somebody looks on asks whether it should still.
 */
@NullMarked
package dev.inlet.platform.life;

import org.jspecify.annotations.NullMarked;
