package dev.inlet.benchmarks.start;

import dev.imissimulator.Simulator;
import dev.inlet.benchmarks.Build;
import dev.inlet.benchmarks.Node;
import dev.inlet.benchmarks.NodeProcess;
import dev.inlet.benchmarks.Postgres;
import dev.inlet.benchmarks.Tenant;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Starts a node on a database that is there, again and again, in turns with and without a cache of
 * what an earlier run loaded, linked and saw its methods do.
 */
public final class Start {

  private static final String DATABASE = "inlet_start";
  private static final Duration POLL = Duration.ofMillis(5);

  private static final String PAYLOAD =
      "{\"firstName\":\"Homer\",\"lastName\":\"Simpson\",\"date\":\"2021-05-26\",\"dateTime\":\"2021-05-26T14:30:00Z\"}";

  /** Starts from one address, one after the other, are no flood. */
  private static final Map<String, String> NO_LIMITS =
      Map.of(
          "INLET_WEBHOOK_REQUESTS_PER_SECOND", "1000000",
          "INLET_ORGANIZATION_REQUESTS_PER_SECOND", "1000000");

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Postgres postgres;
  private final String path;
  private final Path home;
  private final int deliveries;

  private Start(Postgres postgres, String path, Path home, int deliveries) {
    this.postgres = postgres;
    this.path = path;
    this.home = home;
    this.deliveries = deliveries;
  }

  /**
   * Measures it.
   *
   * @param settings by name: {@code rounds} of a start each, each with so many {@code deliveries};
   *     then one more, left alone for {@code idle} seconds; {@code options} of the JVM instead of
   *     those that are meant for it, with blanks between them
   * @return the report
   */
  public static String run(Path directory, Map<String, String> settings)
      throws IOException, SQLException, InterruptedException {
    Path home = Files.createDirectories(directory.toAbsolutePath().resolve("start"));
    int rounds = Integer.parseInt(settings.getOrDefault("rounds", "5"));
    int deliveries = Integer.parseInt(settings.getOrDefault("deliveries", "2000"));
    Duration idle = Duration.ofSeconds(Integer.parseInt(settings.getOrDefault("idle", "30")));
    List<String> options =
        List.of(settings.getOrDefault("options", "-Xmx512m").strip().split(" +", -1));
    try (Simulator imis = simulator();
        Postgres postgres = Postgres.start(home)) {
      postgres.create(DATABASE);
      Start start = new Start(postgres, webhook(postgres, imis), home, deliveries);
      StartReport report = new StartReport(deliveries, rounds, idle, options);
      for (Way way : start.ways(options)) {
        report.add(way);
      }
      for (int round = 0; round < rounds; round++) {
        for (Way way : report.ways()) {
          report.add(way, start.begin(way));
        }
      }
      for (Way way : report.ways()) {
        report.add(way, start.idle(way, idle));
      }
      String text = report.text();
      Files.writeString(home.resolve("report.md"), text);
      return text;
    }
  }

  private static Simulator simulator() {
    Simulator simulator = Simulator.start();
    simulator.set(switches -> switches.withRequestsKept(0));
    return simulator;
  }

  private static String webhook(Postgres postgres, Simulator imis)
      throws IOException, InterruptedException {
    try (Node node = Node.start(postgres, DATABASE)) {
      return Tenant.found(node, "start", imis.baseUrl().getPort()).create(Tenant.sample());
    }
  }

  /** A cache is of jars only; a class path with folders in it, as of tests, has none. */
  private List<Way> ways(List<String> options) throws IOException, InterruptedException {
    Way plain = new Way("without a cache", options);
    boolean isOfJars =
        Stream.of(Build.OWN.classPath().split(File.pathSeparator, -1))
            .noneMatch(part -> Files.isDirectory(Path.of(part)));
    return isOfJars ? List.of(plain, trained(options)) : List.of(plain);
  }

  /** Has a node take deliveries and end, and keep what it became by that. */
  private Way trained(List<String> options) throws IOException, InterruptedException {
    Path cache = home.resolve("node.aot");
    Files.deleteIfExists(cache);
    Way training =
        new Way("training", options).with(List.of("-XX:AOTCacheOutput=" + cache, "-Xlog:aot*=off"));
    try (NodeProcess node = start(training)) {
      awaitReady(node);
      List<Duration> _ = send(node.url().resolve(path), deliveries);
      node.end();
    }
    if (!Files.exists(cache)) {
      throw new IllegalStateException("No cache was made; the node says why in " + home);
    }
    return new Way("with a cache of %d MB".formatted(Files.size(cache) / (1024 * 1024)), options)
        .with(List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=on"));
  }

  private NodeProcess start(Way way) throws IOException {
    return new NodeProcess(
        Build.OWN,
        postgres.port(),
        DATABASE,
        way.javaOptions(),
        NO_LIMITS,
        home.resolve("node.log"));
  }

  private Beginning begin(Way way) throws IOException, InterruptedException {
    long start = System.nanoTime();
    try (NodeProcess node = start(way)) {
      awaitReady(node);
      Duration ready = Duration.ofNanos(System.nanoTime() - start);
      Duration worked = node.worked();
      List<Duration> times = send(node.url().resolve(path), deliveries);
      return new Beginning(ready, worked, times, node.worked().minus(worked));
    }
  }

  private Memory idle(Way way, Duration time) throws IOException, InterruptedException {
    try (NodeProcess node = start(way)) {
      awaitReady(node);
      Thread.sleep(time);
      return new Memory(node.residentBytes(), node.residentFileBytes());
    }
  }

  private static void awaitReady(NodeProcess node) throws InterruptedException {
    while (!node.isReady()) {
      node.requireAlive();
      Thread.sleep(POLL);
    }
  }

  private static List<Duration> send(URI hook, int count) throws IOException, InterruptedException {
    HttpRequest delivery =
        HttpRequest.newBuilder(hook).POST(BodyPublishers.ofString(PAYLOAD)).build();
    List<Duration> times = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long before = System.nanoTime();
      int status = HTTP.send(delivery, BodyHandlers.discarding()).statusCode();
      times.add(Duration.ofNanos(System.nanoTime() - before));
      if (status != 200) {
        throw new IllegalStateException("A delivery was answered " + status);
      }
    }
    return times;
  }
}
