package dev.inlet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.benchmarks.load.Growth;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * That the benchmark still runs, for seconds; its costs mean nothing here. A node as young as these
 * may refuse some while it looks webhooks up.
 */
class GrowthBenchmarkTest {

  @Test
  void eachPointIsSentTo(@TempDir Path directory) throws Exception {
    String report =
        Growth.run(
            directory,
            Map.of(
                "rows", "3000",
                "webhooks", "20",
                "organizations", "3",
                "bytes", "5000",
                "nodes", "2",
                "seconds", "1",
                "warmup", "0"));

    assertThat(report)
        .containsPattern("\\| rows \\| 3000 \\|.*\\| \\{200=[1-9]")
        .containsPattern("\\| webhooks \\| 20 \\|.*\\| \\{200=[1-9]")
        .containsPattern("\\| organizations \\| 3 \\|.*\\| \\{200=[1-9]")
        .containsPattern("\\| bytes \\| 5000 \\|.*\\| \\{200=[1-9]")
        .containsPattern("\\| nodes \\| 2 \\|.*\\| \\{200=[1-9]");
  }
}
