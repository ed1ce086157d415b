package dev.inlet.deliveries.batches;

import dev.inlet.deliveries.PlannedReplay;
import dev.inlet.deliveries.ReplayProspect;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Why deliveries of a batch cannot be tried.
 *
 * @param count of how many this is true
 */
@Introspected
@Schema(name = "ReplayBatchImpossible")
record Impossible(String sentence, int count) {

  /** More would be read by nobody. */
  private static final int SENTENCES_MAX = 10;

  /**
   * Of what was planned; the most frequent first.
   *
   * @param gone how many were named of which nothing is left
   */
  static List<Impossible> of(List<PlannedReplay> planned, int gone) {
    List<Impossible> all = new ArrayList<>();
    planned.stream()
        .filter(each -> each.prospect() == ReplayProspect.IMPOSSIBLE)
        .collect(
            Collectors.groupingBy(
                each -> Objects.requireNonNullElse(each.sentence(), Skips.UNEXPECTED),
                Collectors.summingInt(each -> 1)))
        .forEach((sentence, count) -> all.add(new Impossible(sentence, count)));
    if (gone > 0) {
      all.add(new Impossible(Skips.GONE, gone));
    }
    return all.stream()
        .sorted(
            Comparator.comparingInt(Impossible::count)
                .reversed()
                .thenComparing(Impossible::sentence))
        .limit(SENTENCES_MAX)
        .toList();
  }
}
