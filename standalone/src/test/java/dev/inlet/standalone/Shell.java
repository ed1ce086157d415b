package dev.inlet.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs commands as a reader of a page would who sits in a folder, with the JDK of the tests and
 * with no setting of Inlet's but those that are given.
 *
 * @param programs a folder of programs that go before the system's
 */
record Shell(Path folder, Path programs, Map<String, String> environment) {

  private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

  Shell(Path folder, Map<String, String> environment) {
    this(folder, JAVA_HOME.resolve("bin"), environment);
  }

  /**
   * How it ended.
   *
   * @param said what it printed, of both kinds
   */
  record Outcome(int status, String said) {}

  Outcome run(String script) throws IOException, InterruptedException {
    Process process = builder("sh", "-c", script).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), said);
  }

  /** For what goes on meanwhile. */
  ProcessBuilder builder(String... command) {
    ProcessBuilder builder =
        new ProcessBuilder(List.of(command)).directory(folder.toFile()).redirectErrorStream(true);
    Map<String, String> variables = builder.environment();
    variables
        .keySet()
        .removeIf(
            name ->
                name.startsWith("INLET_")
                    || name.endsWith("JAVA_OPTIONS")
                    || name.equals("JAVA_TOOL_OPTIONS"));
    variables.put("JAVA_HOME", JAVA_HOME.toString());
    variables.put(
        "PATH",
        "%s:%s:%s"
            .formatted(programs, JAVA_HOME.resolve("bin"), variables.getOrDefault("PATH", "")));
    variables.putAll(environment);
    return builder;
  }
}
