package dev.inlet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.benchmarks.recovery.Recovery;
import dev.inlet.benchmarks.recovery.RecoveryReport;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drill of docs/backup-and-restore.md with few deliveries. */
class RecoveryBenchmarkTest {

  @Test
  void aLostDatabaseIsAsItWasAtATime(@TempDir Path directory) throws Exception {
    RecoveryReport report = Recovery.run(directory, Map.of("deliveries", "40"));

    assertThat(report.isSound()).as(report.text()).isTrue();
  }
}
