package dev.inlet.benchmarks.recovery;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the drill took, and whether all was as it must be. */
public final class RecoveryReport {

  private static final double MEBIBYTE = 1024 * 1024;

  private final int deliveries;
  private final List<String> figures = new ArrayList<>();
  private final List<Check> checks = new ArrayList<>();

  private record Check(String what, long expected, long seen) {
    boolean isMet() {
      return expected == seen;
    }
  }

  RecoveryReport(int deliveries) {
    this.deliveries = deliveries;
  }

  void took(String what, Duration time) {
    figure(what, "%.1f s".formatted(time.toMillis() / 1e3));
  }

  void size(String what, long bytes) {
    figure(what, "%.0f MB".formatted(bytes / MEBIBYTE));
  }

  private void figure(String what, String value) {
    figures.add("| %s | %s |".formatted(what, value));
  }

  void expect(String what, long expected, long seen) {
    checks.add(new Check(what, expected, seen));
  }

  /** Whether everything that must be so is. */
  public boolean isSound() {
    return !checks.isEmpty() && checks.stream().allMatch(Check::isMet);
  }

  /** In Markdown. */
  public String text() {
    return """
        # Recovery: tried on %s, %d processors for all of it

        %s deliveries before the copy of the files, as many while it is made, as many after it; then the time to go back to, and as many after that.

        | | |
        |---|--:|
        %s

        | | must be | is |
        |---|--:|--:|
        %s
        """
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            Runtime.getRuntime().availableProcessors(),
            String.format(Locale.ROOT, "%,d", deliveries),
            String.join("\n", figures),
            checks.stream().map(RecoveryReport::row).collect(Collectors.joining("\n")));
  }

  private static String row(Check check) {
    String seen = Long.toString(check.seen);
    return "| %s | %d | %s |"
        .formatted(check.what, check.expected, check.isMet() ? seen : "**" + seen + "**");
  }
}
