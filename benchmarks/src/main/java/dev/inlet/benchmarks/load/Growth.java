package dev.inlet.benchmarks.load;

import dev.inlet.benchmarks.Postgres;
import dev.inlet.benchmarks.load.Scenes.Scene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** What a delivery costs as one thing after the other grows, all else as it was. */
public final class Growth {

  private static final int CONNECTIONS = 32;
  private static final int SAMPLE_BYTES = 96;
  private static final int WEBHOOKS_EACH = 10;

  private static final List<String> GROWING =
      List.of("rows", "webhooks", "organizations", "bytes", "nodes");

  private static final Map<String, String> STANDARD =
      Map.of(
          "rows", "0,1000000,10000000",
          "webhooks", "10,10000,100000",
          "organizations", "1,50,10000",
          "bytes", "96,10000,100000",
          "nodes", "1,2",
          "seconds", "20",
          "warmup", "60");

  private final Settings settings;
  private final Path home;
  private final Upstream upstream;

  private Growth(Settings settings, Path home, Upstream upstream) {
    this.settings = settings;
    this.home = home;
    this.upstream = upstream;
  }

  /**
   * One line of the table.
   *
   * @param rows in the log before
   * @param webhooks of each of the organizations
   * @param bytes of each payload
   */
  private record Point(int rows, int organizations, int webhooks, int bytes, int nodes) {

    /**
     * All as it is at the beginning, but for one thing.
     *
     * @param grown what it is
     */
    static Point of(String grown, int number) {
      return switch (grown) {
        case "rows" -> new Point(number, 50, 1, SAMPLE_BYTES, 1);
        case "webhooks" ->
            new Point(0, Math.max(1, number / WEBHOOKS_EACH), WEBHOOKS_EACH, SAMPLE_BYTES, 1);
        case "organizations" -> new Point(0, number, 1, SAMPLE_BYTES, 1);
        case "bytes" -> new Point(0, 50, 1, number, 1);
        case "nodes" -> new Point(0, 50, 1, SAMPLE_BYTES, number);
        default -> throw new IllegalArgumentException("Nothing is known to grow by " + grown);
      };
    }

    Payload payload() throws IOException {
      return bytes == SAMPLE_BYTES ? Payload.sample() : Payload.large(bytes);
    }
  }

  /**
   * Measures it.
   *
   * @param given what differs from the standard: numbers, separated by commas, of {@code rows} in
   *     the log, {@code webhooks}, {@code organizations}, {@code bytes} of a payload, and {@code
   *     nodes}; for each, {@code seconds} after {@code warmup} seconds
   * @return the table
   */
  public static String run(Path directory, Map<String, String> given)
      throws IOException, SQLException, InterruptedException {
    Settings settings = Settings.of(given, STANDARD);
    Path home = Files.createDirectories(directory.toAbsolutePath().resolve("growth"));
    try (Upstream upstream = Upstream.start(home, "upstream")) {
      String report = new Growth(settings, home, upstream).measure();
      Files.writeString(home.resolve("report.md"), report);
      return report;
    }
  }

  private String measure() throws IOException, SQLException, InterruptedException {
    StringBuilder text =
        new StringBuilder(
            """
            # Growth: measured on %s, %d processors for all of it

            50 organizations with a webhook of the sample schema each, an empty log and one node, but for what is named; of payloads
            that are larger, the schema has 200 properties. %d connections send as fast as they are answered, for %s s after %s s, to
            all webhooks in turn. Webhooks are %d to an organization where they grow. PostgreSQL with %s.

            | what grows | to | a second | p50, ms | p99 | %s | answers |
            |---|--:|--:|--:|--:|%s|---|
            """
                .formatted(
                    LocalDate.now(ZoneOffset.UTC),
                    Runtime.getRuntime().availableProcessors(),
                    CONNECTIONS,
                    settings.text("seconds"),
                    settings.text("warmup"),
                    WEBHOOKS_EACH,
                    Postgres.SETTINGS,
                    Scene.COSTS,
                    Scene.COSTS_LINE));
    for (String grown : GROWING) {
      for (String number : settings.text(grown).split(",", -1)) {
        Scene scene = measure(Point.of(grown, Integer.parseInt(number)));
        String row = row("%s | %s".formatted(grown, number), scene);
        System.err.print(row); // it takes hours: what is known by then is told
        text.append(row);
      }
    }
    return text.toString();
  }

  private Scene measure(Point point) throws IOException, SQLException, InterruptedException {
    Payload payload = point.payload();
    try (Installation inlet = Installation.begin(home, point.rows())) {
      Multitude multitude = new Multitude(point.organizations(), point.webhooks());
      multitude.fill(inlet, upstream.imis(), payload.webhook());
      for (int i = 0; i < point.nodes(); i++) {
        inlet.startNode(Map.of());
      }
      List<Post> posts = inlet.deliveries(multitude.paths().toList(), payload.body());
      Run _ = Run.closed(posts, CONNECTIONS, settings.seconds("warmup"));
      Reading before = inlet.reading(Duration.ZERO);
      Run run = Run.closed(posts, CONNECTIONS, settings.seconds("seconds"));
      return new Scene(run, inlet.reading(Duration.ZERO).minus(before));
    }
  }

  private static String row(String what, Scene scene) {
    Run run = scene.run();
    return "| %s | %.0f | %.1f | %.1f | %s | %s |\n"
        .formatted(
            what, run.perSecond(), run.millis(50), run.millis(99), scene.costs(), run.statuses());
  }
}
