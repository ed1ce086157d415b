package dev.inlet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.benchmarks.load.Load;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the benchmark still runs, for seconds; its times mean nothing here, its answers do. */
class LoadBenchmarkTest {

  @Test
  void everythingSentIsDone(@TempDir Path directory) throws Exception {
    String report = Load.run(directory, Map.of("seconds", 1, "rounds", 1, "organizations", 2));

    assertThat(report)
        .containsPattern("\\| the upstream itself \\| \\d+ \\|.*\\| \\{201=\\d+} \\|")
        .containsPattern("\\| Inlet, complete deliveries \\| \\d+ \\|.*\\| \\{200=\\d+} \\|")
        .contains("| as many as go through |");
  }
}
