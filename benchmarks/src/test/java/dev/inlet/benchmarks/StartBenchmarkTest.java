package dev.inlet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.benchmarks.start.Start;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * That the benchmark still runs; its times mean nothing here. Without a cache: what tests run from
 * is not packed.
 */
class StartBenchmarkTest {

  @Test
  void aNodeStartsTakesDeliveriesAndIsLeftAlone(@TempDir Path directory) throws Exception {
    String report = Start.run(directory, Map.of("rounds", "1", "deliveries", "120", "idle", "0"));

    assertThat(report)
        .containsPattern(
            "\\| without a cache \\|( [0-9.]+( \\([0-9.]+ to [0-9.]+\\))? \\|){4}  \\|  \\|( [0-9.]+ \\|){3}");
  }
}
