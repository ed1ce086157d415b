/**
 * Breaks Inlet while it is under load, and holds three accounts against each other: what callers
 * were answered, what the journal says, and what is in iMIS. Owns the faults and what must be true
 * after them; knows nothing of how Inlet keeps its word.
 */
@NullMarked
package dev.inlet.benchmarks.faults;

import org.jspecify.annotations.NullMarked;
