package dev.inlet.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Programs of the operating system. */
public final class Processes {

  private Processes() {}

  /**
   * Runs one to its end.
   *
   * @throws IOException if it cannot be run or fails, with what it said
   */
  public static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("%s: %s".formatted(command[0], said.strip()));
    }
  }
}
