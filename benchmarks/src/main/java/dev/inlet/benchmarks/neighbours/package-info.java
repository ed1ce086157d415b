/**
 * Measures what an organization feels of its neighbours: one whose iMIS hangs, and one that floods.
 * Owns the three and their rates; knows nothing of how Inlet keeps them apart.
 */
@NullMarked
package dev.inlet.benchmarks.neighbours;

import org.jspecify.annotations.NullMarked;
