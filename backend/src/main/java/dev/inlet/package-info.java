/**
 * Inlet's backend: each feature is a package below; see {@code ARCHITECTURE.md} for who may know
 * whom.
 */
@NullMarked
package dev.inlet;

import org.jspecify.annotations.NullMarked;
