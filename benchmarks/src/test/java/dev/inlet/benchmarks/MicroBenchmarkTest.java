package dev.inlet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.benchmarks.micro.Micro;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the benchmark still runs, for a moment and in this process; its times mean nothing here. */
class MicroBenchmarkTest {

  @Test
  void aStepIsTimedAndItsAllocationsCounted(@TempDir Path directory) throws Exception {
    String report =
        Micro.run(
            directory, Map.of("only", "validate", "forks", "0", "warmups", "0", "iterations", "1"));

    assertThat(report)
        .contains("## A payload of 96 bytes", "## A payload of 100")
        .containsPattern("\\| validate \\| [0-9.]+ \\| .+ \\| [1-9]\\d+ \\|");
  }
}
