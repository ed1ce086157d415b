package dev.inlet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.benchmarks.load.Streams;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the benchmark still runs, for seconds; its times mean nothing here, its answers do. */
class StreamsBenchmarkTest {

  @Test
  void theLargestPayloadsAreTaken(@TempDir Path directory) throws Exception {
    Streams.Result result =
        Streams.run(directory, Map.of("streams", "4", "organizations", "2", "seconds", "3"));

    assertThat(result.report())
        .contains("4 streams at once of payloads of 1048576 bytes")
        .containsPattern("Answers: \\{200=\\d+");
    assertThat(result.isSound()).isTrue();
  }

  @Test
  void whatIsLargerIsRefusedAndNothingIsDone(@TempDir Path directory) throws Exception {
    Streams.Result result =
        Streams.run(
            directory,
            Map.of("streams", "1", "organizations", "1", "seconds", "1", "bytes", "1048577"));

    assertThat(result.isSound()).isFalse();
  }
}
