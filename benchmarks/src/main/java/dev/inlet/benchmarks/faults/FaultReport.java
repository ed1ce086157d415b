package dev.inlet.benchmarks.faults;

import dev.inlet.benchmarks.faults.Reconciliation.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;

/** What was broken and what came of it, in Markdown. */
public final class FaultReport {

  private final StringBuilder text = new StringBuilder();
  private boolean isSound = true;

  /**
   * Nothing was struck yet.
   *
   * @param command that makes this report
   */
  FaultReport(String command) throws IOException {
    text.append(head())
        .append(
            """

            ## What was done

            Made on %s, on %d processors, by

                %s

            | Struck | times | longest that nothing was done, ms | longest round, s |
            |---|--:|--:|--:|
            """
                .formatted(
                    LocalDate.now(ZoneOffset.UTC),
                    Runtime.getRuntime().availableProcessors(),
                    command));
  }

  private static String head() throws IOException {
    try (InputStream head = FaultReport.class.getResourceAsStream("reliability.md")) {
      return new String(Objects.requireNonNull(head).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  void struck(String what, int times, Duration longestPause, Duration longestRound) {
    line(
        "| %s | %d | %d | %.1f |"
            .formatted(what, times, longestPause.toMillis(), longestRound.toMillis() / 1000.0));
  }

  void notTried(String what, String why) {
    line("| %s | 0 | not tried: %s | |".formatted(what, why));
  }

  void took(Duration time) {
    line(
        """

        All under load, one after the other, within %d s. A round begins at the fault and ends when five more deliveries were done (answered 200)
        after it was mended. Where a node is ended or killed most of it is the time that a new process takes to start; where PostgreSQL is, that it takes to
        recover. Cuts are held for 1.5 s, silences for 6 s, a full disk for 3 s, a wrong clock for 5 s in each direction. "Nothing was done" is the longest time
        between two answers of 200, whoever got them, from the fault to the end of its round."""
            .formatted(time.toSeconds()));
  }

  void settled(Duration time) {
    line(
        "After the last one it took %d s until nothing was under way.".formatted(time.toSeconds()));
  }

  void says(String sentence) {
    line("\n" + sentence);
  }

  void reconciled(Reconciliation accounts) {
    line("\n## What must not be\n\n| | found |\n|---|--:|");
    accounts.findings().forEach(this::line);
    isSound = accounts.findings().stream().allMatch(finding -> finding.count() == 0);
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

  /** Whether nothing was found that must not be. */
  public boolean isSound() {
    return isSound;
  }

  public String text() {
    return text.toString();
  }
}
