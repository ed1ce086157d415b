/**
 * The public endpoint: a POST at an open URL, from its bytes to its answer. Refuses to know how
 * iMIS is reached. Invariant: no answer is given before the journal holds the outcome it states.
 */
@NullMarked
package dev.inlet.intake;

import org.jspecify.annotations.NullMarked;
