/**
 * Reading JSON from strangers: bounded, strict, with errors that name line and column. Owns no
 * schema and no meaning.
 */
@NullMarked
package dev.inlet.platform.json;

import org.jspecify.annotations.NullMarked;
