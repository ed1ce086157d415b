/**
 * Measures how long a node takes from nothing to its first deliveries, and what it holds while it
 * has nothing to do, with and without what the JDK keeps of an earlier run (JEP 514, 515). Knows
 * Inlet by its open URLs only.
 */
@NullMarked
package dev.inlet.benchmarks.start;

import org.jspecify.annotations.NullMarked;
