package dev.inlet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.benchmarks.deliverylog.DeliveryLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the benchmark still runs, on a few deliveries; its figures mean nothing here. */
class DeliveryLogBenchmarkTest {

  @Test
  void loadsSearchesExportsWritesAndDrops(@TempDir Path directory) throws Exception {
    String report =
        DeliveryLog.run(
            directory,
            Map.of(
                "rows",
                12_000,
                "organizations",
                4,
                "days",
                4,
                "samples",
                2,
                "exports",
                1,
                "seconds",
                1,
                "rounds",
                1,
                "drops",
                3));

    assertThat(report)
        .contains("| deliveries | 12000 |")
        .containsPattern("\\| nothing \\| 50 \\|")
        .containsPattern("\\| property, one member \\| [1-9]")
        .containsPattern("\\| record id \\| [1-9]")
        .containsPattern("\\| NDJSON \\| [1-9][0-9]+ \\|")
        .containsPattern("\\| 3 \\| [0-9.]+ \\|")
        .contains("Full to empty: ");
    assertThat(Files.readString(directory.resolve("plans.txt"))).contains("Index");
  }
}
