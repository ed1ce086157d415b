package dev.inlet.benchmarks.micro;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures the steps of a delivery's way one by one, by JMH. */
public final class Micro {

  private Micro() {}

  /**
   * Measures them.
   *
   * @param settings by name: {@code forks} of the JVM for each step, and in each of them {@code
   *     warmups} and {@code iterations} of {@code seconds}; {@code only} the steps whose name has
   *     this in it
   * @return the report
   */
  public static String run(Path directory, Map<String, String> settings)
      throws IOException, RunnerException {
    Path home = Files.createDirectories(directory.toAbsolutePath().resolve("micro"));
    TimeValue each = TimeValue.seconds(number(settings, "seconds", 1));
    Options options =
        new OptionsBuilder()
            .include(
                DeliverySteps.class.getName() + "\\..*" + settings.getOrDefault("only", "") + ".*")
            .forks(number(settings, "forks", 1))
            .warmupIterations(number(settings, "warmups", 4))
            .warmupTime(each)
            .measurementIterations(number(settings, "iterations", 5))
            .measurementTime(each)
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .output(home.resolve("jmh.log").toString())
            .build();
    String report = report(new Runner(options).run());
    Files.writeString(home.resolve("report.md"), report);
    return report;
  }

  private static int number(Map<String, String> settings, String name, int otherwise) {
    return Integer.parseInt(settings.getOrDefault(name, String.valueOf(otherwise)));
  }

  private static String report(Collection<RunResult> results) {
    StringBuilder text = new StringBuilder();
    for (Size size : Size.values()) {
      text.append(
          """

          ## A payload of %d bytes

          | | µs | ± | allocated, bytes |
          |---|--:|--:|--:|
          """
              .formatted(Sample.of(size).payload().getBytes(StandardCharsets.UTF_8).length));
      results.stream()
          .filter(result -> result.getParams().getParam("size").equals(size.name()))
          .map(Micro::row)
          .forEach(text::append);
    }
    return text.toString();
  }

  private static String row(RunResult result) {
    String benchmark = result.getParams().getBenchmark();
    return "| %s | %.2f | %.2f | %.0f |\n"
        .formatted(
            benchmark.substring(benchmark.lastIndexOf('.') + 1),
            result.getPrimaryResult().getScore(),
            result.getPrimaryResult().getScoreError(),
            Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"))
                .getScore());
  }
}
