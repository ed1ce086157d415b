/**
 * What earlier releases left in their databases ({@code backend/src/test/resources/releases}), and
 * that this one works on with it.
 */
@NullMarked
package dev.inlet.releases;

import org.jspecify.annotations.NullMarked;
