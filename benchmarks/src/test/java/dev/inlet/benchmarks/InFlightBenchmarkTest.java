package dev.inlet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.benchmarks.load.InFlight;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the benchmark still runs, for seconds; its times mean nothing here, its counts do. */
class InFlightBenchmarkTest {

  @Test
  void allAreInFlightAtOnceAndNoneFails(@TempDir Path directory) throws Exception {
    InFlight.Result result =
        InFlight.run(
            directory,
            Map.of(
                "deliveries", "120",
                "organizations", "2",
                "delay", "2",
                "ramp", "1",
                "rate", "5",
                "seconds", "2",
                "warmup", "3"));

    assertThat(result.report())
        .contains("At once in flight, at most: **120** sent and not answered")
        .containsPattern("\\| alone \\| 10 \\|.*\\| \\{200=10} \\|")
        .containsPattern("\\| beside them \\| 10 \\|.*\\| \\{200=10} \\|");
    assertThat(result.isSound()).isTrue();
  }
}
