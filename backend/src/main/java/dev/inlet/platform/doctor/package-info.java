/**
 * What an operator asks when something is wrong, or before it can be: whether everything that an
 * installation needs is as it should be. Owns the questions' form and the report; each package
 * examines what is its own, and this one knows none of them. An examination changes nothing.
 */
@NullMarked
package dev.inlet.platform.doctor;

import org.jspecify.annotations.NullMarked;
