package dev.inlet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.benchmarks.faults.Faults;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form: each fault once. Nothing is lost, nothing is there twice. */
class FaultsBenchmarkTest {

  @Test
  void nothingIsLostAndNothingIsThereTwice(@TempDir Path directory) throws Exception {
    String report = Faults.run(directory, Map.of("kills", 1, "ends", 1, "restarts", 2, "cuts", 1));

    String mustNotBe =
        report.substring(report.indexOf("## What must not be"), report.indexOf("## What was"));
    assertThat(mustNotBe.lines().filter(line -> line.matches("\\| .+ \\| \\d+ \\|")))
        .hasSize(13)
        .allMatch(line -> line.endsWith(" | 0 |"));
    assertThat(report)
        .containsPattern("\\| `kill -9` of a node \\| 1 \\|")
        .containsPattern("\\| answered 200 \\| [1-9]")
        .containsPattern("\\| answered 202 \\| [1-9]")
        .containsPattern("\\| of them duplicates \\| [1-9]");
  }
}
