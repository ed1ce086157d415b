package dev.inlet.benchmarks.start;

/**
 * What a process holds of the machine's memory.
 *
 * @param resident all of it
 * @param ofFiles of that, what only mirrors files: the machine takes it back when it is short
 */
record Memory(long resident, long ofFiles) {}
