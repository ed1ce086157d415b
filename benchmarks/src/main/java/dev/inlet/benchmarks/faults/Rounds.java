package dev.inlet.benchmarks.faults;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** Strikes again and again while callers send, and tells how long each time took them. */
final class Rounds {

  private static final Duration WORKS_AGAIN_MAX = Duration.ofSeconds(60);

  private final Random random = new Random(20261128);
  private final Load load;
  private final FaultReport report;

  Rounds(Load load, FaultReport report) {
    this.load = load;
    this.report = report;
  }

  /** A kind of fault, as often as it is set. */
  void strike(String what, int times, Fault fault)
      throws IOException, SQLException, InterruptedException {
    Duration longestPause = Duration.ZERO;
    Duration longestRound = Duration.ZERO;
    for (int i = 0; i < times; i++) {
      Thread.sleep(200 + random.nextInt(800));
      load.pulse().listen();
      Instant begin = Instant.now();
      fault.strike();
      awaitWork();
      Duration round = Duration.between(begin, Instant.now());
      Duration pause = load.pulse().longestPause();
      System.err.printf(
          "%s, %d of %d: %.1f s, of which nothing was done for %d ms at a time%n",
          what, i + 1, times, round.toMillis() / 1000.0, pause.toMillis());
      longestRound = round.compareTo(longestRound) > 0 ? round : longestRound;
      longestPause = pause.compareTo(longestPause) > 0 ? pause : longestPause;
    }
    if (times > 0) {
      report.struck(what, times, longestPause, longestRound);
    }
  }

  /** Until some more is done. */
  void awaitWork() throws InterruptedException {
    long before = load.pulse().count();
    Instant latest = Instant.now().plus(WORKS_AGAIN_MAX);
    while (load.pulse().count() < before + 5) {
      if (Instant.now().isAfter(latest)) {
        throw new IllegalStateException("Nothing is done any more; the nodes' logs say why");
      }
      Thread.sleep(20);
    }
  }
}
