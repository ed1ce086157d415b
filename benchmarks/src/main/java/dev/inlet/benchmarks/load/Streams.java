package dev.inlet.benchmarks.load;

import dev.inlet.benchmarks.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The largest payloads, as many at once as there are streams: whether a node's heap bears them. */
public final class Streams {

  /** Done, or refused as the documented limits say: too large, too many, no memory for it now. */
  private static final Set<Integer> INTENDED = Set.of(200, 413, 429, 503);

  private static final Map<String, String> STANDARD =
      Map.of(
          "streams", "32",
          "bytes", "1048576",
          "organizations", "32",
          "seconds", "60");

  private Streams() {}

  /**
   * What came of it.
   *
   * @param isSound whether any was done, and none answered as it must not be
   */
  public record Result(String report, boolean isSound) {}

  /**
   * Measures it.
   *
   * @param given what differs from the standard: so many {@code streams} to {@code organizations},
   *     each of payloads of {@code bytes}, for {@code seconds}
   */
  public static Result run(Path directory, Map<String, String> given)
      throws IOException, SQLException, InterruptedException {
    Settings settings = Settings.of(given, STANDARD);
    Path home = Files.createDirectories(directory.toAbsolutePath().resolve("streams"));
    Payload payload = Payload.large(settings.number("bytes"));
    try (Upstream upstream = Upstream.start(home, "upstream");
        Installation inlet = Installation.begin(home)) {
      List<String> paths =
          inlet.prepare(
              node -> {
                List<String> made = new ArrayList<>();
                for (int i = 0; i < settings.number("organizations"); i++) {
                  made.add(
                      Tenant.found(node, "stream-" + i, upstream.imis()).create(payload.webhook()));
                }
                return made;
              });
      inlet.startNode(Map.of());
      Crowd crowd = new Crowd(inlet.deliveries(paths, payload.body()));
      Duration time = settings.seconds("seconds");
      crowd.gather(settings.number("streams"), Duration.ZERO);
      Thread.sleep(time);
      crowd.disperse();
      Run run = crowd.run(time);
      boolean isSound = run.done() > 0 && INTENDED.containsAll(run.statuses().keySet());
      String report = report(settings, run, inlet);
      Files.writeString(home.resolve("report.md"), report);
      return new Result(report, isSound);
    }
  }

  private static String report(Settings settings, Run run, Installation inlet)
      throws IOException, InterruptedException {
    return """
        # Streams: measured on %s, %d processors for all of it

        %s streams at once of payloads of %s bytes with 200 properties each, to %s organizations, for %s s; a node with %s.

        %.1f a second were done; an answer took %.0f ms (p50), %.0f ms (p99), %.0f ms at most. Answers: %s.

        The node's heap: **%d MB** at most, %d MB in use afterwards. Resident: %d MB.
        """
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            Runtime.getRuntime().availableProcessors(),
            settings.text("streams"),
            settings.text("bytes"),
            settings.text("organizations"),
            settings.text("seconds"),
            String.join(" ", Installation.javaOptions()),
            run.perSecond(),
            run.millis(50),
            run.millis(99),
            run.millis(100),
            run.statuses(),
            inlet.heapMegabytesMax(),
            inlet.heapMegabytes(),
            inlet.residentMegabytes());
  }
}
