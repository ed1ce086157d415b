package dev.inlet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.benchmarks.load.ManyWebhooks;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the benchmark still runs, for seconds; its times mean nothing here, its counts do. */
class ManyWebhooksBenchmarkTest {

  @Test
  void whatWasFilledInTakesDeliveries(@TempDir Path directory) throws Exception {
    ManyWebhooks.Result result =
        ManyWebhooks.run(
            directory,
            Map.of(
                "webhooks", "60",
                "organizations", "20",
                "hot", "2",
                "rate", "10",
                "cold", "8",
                "coldrate", "8",
                "visited", "20",
                "warmup", "3"));

    assertThat(result.report())
        .containsPattern("\\| hot, alone \\| 10 \\|.*\\| \\{200=10} \\|")
        .containsPattern(
            "\\| cold, of an organization that is cold, too \\| 8 \\|.*\\| \\{200=8} \\|")
        .containsPattern("\\| hot, beside cold ones \\| 20 \\|.*\\| \\{200=20} \\|")
        .containsPattern("\\| cold, of an organization that is known \\| 8 \\|.*\\| \\{200=8} \\|")
        .containsPattern("\\| as many as go through, each once \\| 20 \\|.*\\| \\{200=20} \\|")
        .containsPattern("\\| 40 \\| \\d+ \\|\n\nThe heap at most: \\d+ MB");
    assertThat(result.isSound()).isTrue();
  }
}
