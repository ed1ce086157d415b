package dev.inlet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.benchmarks.neighbours.Neighbours;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the benchmark still runs, for seconds; its times mean nothing here, its counts do. */
class NeighboursBenchmarkTest {

  @Test
  void nothingIsRefusedBecauseOfANeighbour(@TempDir Path directory) throws Exception {
    String report =
        Neighbours.run(directory, Map.of("rate", 20, "seconds", 2, "rounds", 1)).report();

    assertThat(report)
        .contains("Of the third's, refused or failed: 0.")
        .containsPattern("\\| alone \\| \\d+ × 200 \\| \\d+ × 202 \\| {2}\\| {2}\\|")
        .containsPattern(
            "\\| the others beside it \\| \\d+ × 200 \\| \\d+ × 202 \\| .*\\d+ × 500 \\| \\d+ × 200, \\d+ × 429 \\|")
        .containsPattern("\\| on receipt, until it was in iMIS \\| [0-9.]+ \\|");
  }
}
