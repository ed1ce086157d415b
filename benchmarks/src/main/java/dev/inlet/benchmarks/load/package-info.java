/**
 * Measures what a delivery costs, against a bare reverse proxy in front of the same upstream, and
 * what a node bears of one kind at once. Owns the load and what is counted meanwhile; knows Inlet
 * by its open URLs, and by the tables that are filled with what no API would make in time.
 */
@NullMarked
package dev.inlet.benchmarks.load;

import org.jspecify.annotations.NullMarked;
