package dev.inlet.benchmarks.faults;

import dev.inlet.benchmarks.faults.Reconciliation.Finding;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What was broken and what came of it, in Markdown. */
final class FaultReport {

  private long lostToEnds;

  private final StringBuilder text =
      new StringBuilder(
          """
          # Faults: struck on %s, %d processors

          | Struck | times | longest until deliveries were done again, ms |
          |---|--:|--:|
          """
              .formatted(
                  LocalDate.now(ZoneOffset.UTC), Runtime.getRuntime().availableProcessors()));

  void struck(String what, int times, Duration longest) {
    line("| %s | %d | %d |".formatted(what, times, longest.toMillis()));
  }

  /** How many callers got no answer while nodes were asked to end. */
  void lostToEnds(long answers) {
    lostToEnds = answers;
  }

  void took(Duration time) {
    line("\nAll under load, within %d s.".formatted(time.toSeconds()));
  }

  void settled(Duration time) {
    line(
        "After the last one it took %d s until nothing was under way.".formatted(time.toSeconds()));
  }

  void reconciled(Reconciliation accounts) {
    line("\n## What must not be\n\n| | found |\n|---|--:|");
    line(new Finding("not answered because a node was asked to end", lostToEnds));
    accounts.findings().forEach(this::line);
    line("\n## What was\n\n| | number |\n|---|--:|");
    accounts.figures().forEach(this::line);
  }

  private void line(Finding finding) {
    line("| %s | %d |".formatted(finding.sentence(), finding.count()));
  }

  private void line(String line) {
    text.append(line).append('\n');
    System.out.println(line);
  }

  String text() {
    return text.toString();
  }
}
