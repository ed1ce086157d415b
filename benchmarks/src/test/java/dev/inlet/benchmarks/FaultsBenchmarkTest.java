package dev.inlet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.benchmarks.faults.FaultReport;
import dev.inlet.benchmarks.faults.Faults;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form: each fault once. Nothing is lost, nothing is there twice. */
class FaultsBenchmarkTest {

  private static final Map<String, String> ONCE =
      Map.of(
          "upgrades", "1",
          "ends", "1",
          "fulldisks", "1",
          "kills", "1",
          "restarts", "2",
          "cuts", "1",
          "clocksteps", "0",
          "settle", "1");

  @Test
  void nothingIsLostAndNothingIsThereTwice(@TempDir Path directory) throws Exception {
    FaultReport report = Faults.run(directory, ONCE);

    assertThat(report.isSound()).as(report.text()).isTrue();
    assertThat(report.text())
        .containsPattern("\\| `kill -9` of a node \\| 1 \\|")
        .containsPattern("\\| answered 200 \\| [1-9]")
        .containsPattern("\\| answered 202 \\| [1-9]")
        .containsPattern("\\| of them duplicates \\| [1-9]");
  }
}
