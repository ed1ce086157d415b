/**
 * Measures what a delivery's own code takes, step by step, without a node, a database or an iMIS.
 * Refuses to know what lies between the steps. Invariant: what is measured is the product's code.
 */
@NullMarked
package dev.inlet.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
