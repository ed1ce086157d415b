package dev.inlet.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator unpacks, as its own script starts it. */
class InstallationTest {

  @TempDir private Path installation;

  @BeforeEach
  void unpack() throws IOException, InterruptedException {
    Outcome outcome =
        run(
            Map.of(),
            "tar",
            "-xzf",
            Path.of("..", "distribution", "target", "inlet.tar.gz").toAbsolutePath().toString(),
            "-C",
            installation.toString(),
            "--strip-components=1");
    assertThat(outcome.status()).as(outcome.said()).isZero();
  }

  @Test
  void namesWhatIsNotConfigured() throws IOException, InterruptedException {
    Outcome outcome = inlet("");

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.said()).contains("Inlet cannot start: set INLET_DATABASE_PASSWORD");
  }

  @Test
  void servesDeliveriesAndStartsOutOfWhatTheJdkRemembersOfThat()
      throws IOException, InterruptedException {
    Training.main(new String[] {installation.toString()});

    assertThat(installation.resolve("inlet.aot")).isNotEmptyFile();
    // The JDK refuses to start with a cache that is not of this installation.
    assertThat(inlet("-XX:AOTMode=on").said()).contains("Inlet cannot start");
    Files.setLastModifiedTime(
        installation.resolve("inlet.jar"), java.nio.file.attribute.FileTime.fromMillis(0));
    assertThat(inlet("-XX:AOTMode=on").said()).doesNotContain("Inlet cannot start");
    assertThat(inlet("").said()).as("and does without it otherwise").contains("cannot start");
  }

  private Outcome inlet(String javaOptions) throws IOException, InterruptedException {
    return run(
        Map.of("INLET_JAVA_OPTIONS", javaOptions),
        installation.resolve("bin").resolve("inlet").toString(),
        "serve");
  }

  private record Outcome(int status, String said) {}

  private static Outcome run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(new ArrayList<>(List.of(command))).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("INLET_"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), said);
  }
}
