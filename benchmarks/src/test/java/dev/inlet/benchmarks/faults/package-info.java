@org.jspecify.annotations.NullMarked
package dev.inlet.benchmarks.faults;
