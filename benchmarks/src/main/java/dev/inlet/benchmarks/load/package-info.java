/**
 * Measures what a delivery costs, against a bare reverse proxy in front of the same upstream. Owns
 * the load and what is counted meanwhile; knows Inlet by its open URLs only.
 */
@NullMarked
package dev.inlet.benchmarks.load;

import org.jspecify.annotations.NullMarked;
