/**
 * Proof that nothing crosses: every operation with every kind of caller, every query under the
 * wrong organization.
 */
@NullMarked
package dev.inlet.isolation;

import org.jspecify.annotations.NullMarked;
