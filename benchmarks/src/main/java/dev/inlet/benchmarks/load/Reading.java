package dev.inlet.benchmarks.load;

import java.time.Duration;

/**
 * What was used until a moment, or between two.
 *
 * @param node how long processors worked for the node
 * @param postgres for PostgreSQL
 * @param others for upstream, proxy, and the load itself
 * @param allocatedBytes by the node's threads; what was allocated since its last collection is not
 *     in it
 * @param commits of PostgreSQL
 * @param walBytes that PostgreSQL wrote ahead
 */
record Reading(
    Duration node,
    Duration postgres,
    Duration others,
    long allocatedBytes,
    long commits,
    long walBytes) {

  Reading minus(Reading before) {
    return new Reading(
        node.minus(before.node),
        postgres.minus(before.postgres),
        others.minus(before.others),
        allocatedBytes - before.allocatedBytes,
        commits - before.commits,
        walBytes - before.walBytes);
  }

  Reading plus(Reading other) {
    return new Reading(
        node.plus(other.node),
        postgres.plus(other.postgres),
        others.plus(other.others),
        allocatedBytes + other.allocatedBytes,
        commits + other.commits,
        walBytes + other.walBytes);
  }
}
