package dev.inlet.benchmarks.neighbours;

import java.io.IOException;
import java.time.Duration;

/**
 * For how long processors worked.
 *
 * @param passed the time that passed meanwhile
 * @param senders for this process: it sends, and it is iMIS
 */
record Work(
    Duration passed,
    Duration node,
    Duration postgres,
    Duration otherNode,
    Duration otherPostgres,
    Duration senders) {

  static final Work NONE =
      new Work(
          Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

  /** Since they began. */
  static Work until(Site here, Site elsewhere) throws IOException {
    return new Work(
        Duration.ofNanos(System.nanoTime()),
        here.nodeWorked(),
        here.postgresWorked(),
        elsewhere.nodeWorked(),
        elsewhere.postgresWorked(),
        ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO));
  }

  Work plus(Work other) {
    return new Work(
        passed.plus(other.passed),
        node.plus(other.node),
        postgres.plus(other.postgres),
        otherNode.plus(other.otherNode),
        otherPostgres.plus(other.otherPostgres),
        senders.plus(other.senders));
  }

  Work minus(Work other) {
    return new Work(
        passed.minus(other.passed),
        node.minus(other.node),
        postgres.minus(other.postgres),
        otherNode.minus(other.otherNode),
        otherPostgres.minus(other.otherPostgres),
        senders.minus(other.senders));
  }

  /** How many processors that is. */
  double processors(Duration work) {
    return (double) work.toNanos() / passed.toNanos();
  }
}
