/**
 * Measures Inlet as it is installed: its own code on a PostgreSQL that is as durable as in
 * production. Owns how a figure is taken and told; knows nothing that a user of the API, or an
 * operator of the database, would not.
 */
@NullMarked
package dev.inlet.benchmarks;

import org.jspecify.annotations.NullMarked;
