package dev.inlet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.benchmarks.load.Load;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the benchmark still runs, for seconds; its times mean nothing here, its answers do. */
class LoadBenchmarkTest {

  private static final Map<String, String> SHORT =
      Map.of("seconds", "1", "rounds", "1", "warmup", "0", "organizations", "2");

  @Test
  void everythingSentIsDone(@TempDir Path directory) throws Exception {
    String report = Load.run(directory, SHORT);

    assertThat(report)
        .containsPattern("\\| the upstream itself \\| \\d+ \\|.*\\| \\{201=\\d+} \\|")
        .containsPattern("\\| a bare Micronaut endpoint \\| \\d+ \\|.*\\| \\{200=\\d+} \\|")
        .containsPattern("\\| Inlet, complete deliveries \\| \\d+ \\|.*\\| \\{200=\\d+} \\|")
        .containsPattern("Inlet to bare endpoint: \\*\\*\\d+\\.\\d+\\*\\*")
        .contains("payloads of 96 bytes")
        .contains("| as many as go through |");
  }

  @Test
  void largePayloadsAreDoneByTwoNodes(@TempDir Path directory) throws Exception {
    Map<String, String> settings = new HashMap<>(SHORT);
    settings.put("payload", "large");
    settings.put("nodes", "2");
    settings.put("organizations", "1");

    String report = Load.run(directory, settings);

    assertThat(report)
        .containsPattern("\\| the upstream itself \\| \\d+ \\|.*\\| \\{201=\\d+} \\|")
        .containsPattern("\\| Inlet, complete deliveries \\| \\d+ \\|.*\\| \\{200=\\d+} \\|")
        .contains("payloads of 100000 bytes")
        .contains("Nodes: 2");
  }
}
