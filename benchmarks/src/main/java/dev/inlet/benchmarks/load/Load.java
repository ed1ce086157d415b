package dev.inlet.benchmarks.load;

import dev.inlet.benchmarks.load.Scenes.Scene;
import dev.inlet.benchmarks.load.Scenes.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * As many deliveries as go through, against as many requests as go through a bare proxy before the
 * same upstream, in turns; then as many a second as were half of that, to see what one takes.
 */
public final class Load {

  private static final int CONNECTIONS = 32;
  private static final int OPEN_CONNECTIONS = 256;
  private static final Duration WARM_UP = Duration.ofSeconds(30);

  private static final String SAMPLE =
      "{\"firstName\":\"Homer\",\"lastName\":\"Simpson\",\"date\":\"2021-05-26\",\"dateTime\":\"2021-05-26T14:30:00Z\"}";

  private final Installation inlet;
  private final Upstream upstream;
  private final Optional<Proxy> proxy;
  private final Scenes closed = new Scenes();
  private final Scenes open = new Scenes();

  private Load(Installation inlet, Upstream upstream, Optional<Proxy> proxy) {
    this.inlet = inlet;
    this.upstream = upstream;
    this.proxy = proxy;
  }

  /**
   * Measures it.
   *
   * @param settings by name: {@code seconds} of each scene in each of {@code rounds}, and {@code
   *     organizations}
   * @return the report
   */
  public static String run(Path directory, Map<String, Integer> settings)
      throws IOException, SQLException, InterruptedException {
    Path home = Files.createDirectories(directory.toAbsolutePath().resolve("load"));
    int organizations = settings.getOrDefault("organizations", 50);
    int rounds = settings.getOrDefault("rounds", 3);
    Duration each = Duration.ofSeconds(settings.getOrDefault("seconds", 10));
    try (Upstream upstream = Upstream.start(home);
        Installation inlet =
            Installation.set(home, organizations, upstream.port(), List.of("-Xmx512m"))) {
      Optional<Proxy> proxy = Proxy.before(upstream.port(), home);
      try {
        Load load = new Load(inlet, upstream, proxy);
        String report = load.measure(rounds, each, organizations);
        Files.writeString(home.resolve("report.md"), report);
        return report;
      } finally {
        proxy.ifPresent(Proxy::close);
      }
    }
  }

  private String measure(int rounds, Duration each, int organizations)
      throws IOException, SQLException, InterruptedException {
    List<Target> targets =
        proxy.isPresent() ? List.of(Target.values()) : List.of(Target.UPSTREAM, Target.INLET);
    if (rounds > 1) { // of one round the times mean nothing
      for (Target target : targets) {
        Run.closed(posts(target), CONNECTIONS, WARM_UP);
      }
    }
    for (int round = 0; round < rounds; round++) {
      for (Target target : targets) {
        closed.add(target, metered(posts -> Run.closed(posts, CONNECTIONS, each), posts(target)));
      }
    }
    int half = (int) Math.max(1, closed.of(Target.INLET).run().perSecond() / 2);
    for (int round = 0; round < rounds; round++) {
      for (Target target : targets) {
        open.add(
            target, metered(posts -> Run.open(posts, half, OPEN_CONNECTIONS, each), posts(target)));
      }
    }
    return new LoadReport(CONNECTIONS, organizations, rounds, each, SAMPLE.length())
        .of(closed, open, half, inlet.residentBytes());
  }

  private List<Post> posts(Target target) throws IOException, InterruptedException {
    return switch (target) {
      case PROXY -> upstream.insertions(proxy.orElseThrow().port());
      case UPSTREAM -> upstream.insertions(upstream.port());
      case INLET -> inlet.deliveries(SAMPLE);
    };
  }

  private interface Sending {
    Run send(List<Post> posts) throws InterruptedException;
  }

  private Scene metered(Sending sending, List<Post> posts)
      throws IOException, SQLException, InterruptedException {
    Reading before = reading();
    Run run = sending.send(posts);
    return new Scene(run, reading().minus(before));
  }

  private Reading reading() throws IOException, SQLException {
    Duration self = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    Duration before = proxy.map(Proxy::worked).orElse(Duration.ZERO);
    return new Reading(
        inlet.nodeWorked(),
        inlet.postgresWorked(),
        self.plus(before).plus(upstream.worked()),
        inlet.allocatedBytes(),
        inlet.commits(),
        inlet.walBytes());
  }
}
