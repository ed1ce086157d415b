package dev.inlet.benchmarks.load;

import java.time.Duration;

/**
 * What there is once nothing is sent any more.
 *
 * @param residentMegabytes of the nodes
 * @param time for which it was looked at
 * @param used meanwhile
 * @param bytesEach on PostgreSQL's disk for a delivery, with its attempt, its terms and all indexes
 */
record Rest(long residentMegabytes, Duration time, Reading used, long bytesEach) {

  /** How long of each second PostgreSQL's processors work for nodes that have nothing to do. */
  double postgresMillis() {
    return 1000.0 * used.postgres().toNanos() / time.toNanos();
  }

  double nodeMillis() {
    return 1000.0 * used.node().toNanos() / time.toNanos();
  }
}
