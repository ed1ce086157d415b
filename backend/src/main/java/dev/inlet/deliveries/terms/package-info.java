/**
 * What a payload can be found by: hashes of its words and of its properties with their values, each
 * with the organization in it. Refuses to know where they are kept. Invariant: of two organizations
 * no term is the same, and no term tells what it was made of.
 */
@NullMarked
package dev.inlet.deliveries.terms;

import org.jspecify.annotations.NullMarked;
