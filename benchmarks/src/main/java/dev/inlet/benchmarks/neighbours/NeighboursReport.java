package dev.inlet.benchmarks.neighbours;

import dev.inlet.benchmarks.Times;
import dev.inlet.benchmarks.neighbours.Neighbours.Scene;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the third felt of the others, in Markdown. */
final class NeighboursReport {

  private static final Set<Integer> TAKEN = Set.of(200, 202);

  private final StringBuilder text = new StringBuilder();
  private final int rate;
  private final int flood;
  private final Duration each;

  NeighboursReport(int rate, int flood, Duration each) {
    this.rate = rate;
    this.flood = flood;
    this.each = each;
  }

  String of(Experiences scenes) {
    head(scenes.in(Scene.ALONE).rounds().size());
    times("answered when it was in iMIS", scenes, one -> one.waited().times());
    times("answered on receipt", scenes, one -> one.acknowledged().times());
    times("on receipt, until it was in iMIS", scenes, Experience::untilInImis);
    rounds(scenes);
    line("\n## What each got\n\n| | the third, waiting | on receipt | hanging | flooding |");
    line("|---|---|---|---|---|");
    scenes.forEach(
        (scene, one) ->
            row(name(scene), one.waited(), one.acknowledged(), one.hanging(), one.flooding()));
    line("\nOf the third's, refused or failed: %d.".formatted(refused(scenes)));
    processors(scenes);
    return text.toString();
  }

  boolean isKept(Experiences scenes) {
    return refused(scenes) == 0
        && ratio(scenes, Scene.BESIDE, Scene.ALONE, one -> one.waited().times())
            <= Neighbours.RATIO_MAX
        && ratio(scenes, Scene.BESIDE, Scene.ALONE, one -> one.acknowledged().times())
            <= Neighbours.RATIO_MAX;
  }

  private void head(int rounds) {
    line(
        "# Neighbours: measured on %s, %d processors\n"
            .formatted(LocalDate.now(ZoneOffset.UTC), Runtime.getRuntime().availableProcessors()));
    line(
        "%d rounds, %d s of each scene. A webhook's limit is %d a second; the hanging one sends %d, the flooding one %d, the third %d to each of two webhooks."
            .formatted(rounds, each.toSeconds(), rate, rate, flood, Neighbours.steady(rate)));
    line(
        "\n| The third's, ms | "
            + perScene(scene -> "%s p50 | p99 | ".formatted(name(scene)))
            + "p99, elsewhere to alone | beside to elsewhere | beside to alone |");
    line("|---|" + "--:|".repeat(2 * Scene.values().length + 3));
  }

  private void times(String what, Experiences scenes, Function<Experience, Times> times) {
    line(
        "| %s | %s%.2f | %.2f | **%.2f** |"
            .formatted(
                what,
                perScene(
                    scene -> {
                      Times of = times.apply(scenes.in(scene));
                      return "%s | %s | "
                          .formatted(Times.ms(of.percentile(50)), Times.ms(of.percentile(99)));
                    }),
                ratio(scenes, Scene.ELSEWHERE, Scene.ALONE, times),
                ratio(scenes, Scene.BESIDE, Scene.ELSEWHERE, times),
                ratio(scenes, Scene.BESIDE, Scene.ALONE, times)));
  }

  /** So that chance can be told from what recurs. */
  private void rounds(Experiences scenes) {
    line("\n## p99 of each round, answered when it was in iMIS, ms\n");
    line("| | " + perScene(scene -> name(scene) + " | "));
    line("|---|" + "--:|".repeat(Scene.values().length));
    for (int i = 0; i < scenes.in(Scene.ALONE).rounds().size(); i++) {
      int round = i;
      line(
          "| %d | %s"
              .formatted(
                  round + 1,
                  perScene(
                      scene ->
                          Times.ms(scenes.in(scene).rounds().get(round).percentile(99)) + " | ")));
    }
  }

  private void processors(Experiences scenes) {
    line("\n## Processors that worked\n");
    line("| | node | PostgreSQL | other node | its PostgreSQL | senders and iMIS |");
    line("|---|--:|--:|--:|--:|--:|");
    scenes.forEach(
        (scene, one) -> {
          Work work = one.work();
          line(
              "| %s | %s"
                  .formatted(
                      name(scene),
                      List.of(
                              work.node(),
                              work.postgres(),
                              work.otherNode(),
                              work.otherPostgres(),
                              work.senders())
                          .stream()
                          .map(part -> "%.2f |".formatted(work.processors(part)))
                          .collect(Collectors.joining(" "))));
        });
  }

  private static double ratio(
      Experiences scenes, Scene scene, Scene base, Function<Experience, Times> times) {
    return (double) times.apply(scenes.in(scene)).percentile(99).toNanos()
        / times.apply(scenes.in(base)).percentile(99).toNanos();
  }

  private static long refused(Experiences scenes) {
    return Arrays.stream(Scene.values())
        .map(scenes::in)
        .mapToLong(one -> one.waited().otherThan(TAKEN) + one.acknowledged().otherThan(TAKEN))
        .sum();
  }

  private static String perScene(Function<Scene, String> cell) {
    return Arrays.stream(Scene.values()).map(cell).collect(Collectors.joining());
  }

  private static String name(Scene scene) {
    return switch (scene) {
      case ALONE -> "alone";
      case ELSEWHERE -> "the others elsewhere";
      case BESIDE -> "the others beside it";
    };
  }

  private void row(String what, Tally... tallies) {
    line(
        "| %s | %s |"
            .formatted(
                what,
                Arrays.stream(tallies).map(Tally::toString).collect(Collectors.joining(" | "))));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
