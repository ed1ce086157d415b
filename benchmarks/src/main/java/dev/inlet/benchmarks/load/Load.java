package dev.inlet.benchmarks.load;

import dev.inlet.benchmarks.Imis;
import dev.inlet.benchmarks.Tenant;
import dev.inlet.benchmarks.load.Scenes.Scene;
import dev.inlet.benchmarks.load.Scenes.Target;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * As many deliveries as go through, against as many requests as go through a bare proxy before the
 * same upstream, and a bare endpoint, in turns; then as many a second as were half of that, to see
 * what one takes.
 */
public final class Load {

  private static final int CONNECTIONS = 32;
  private static final int OPEN_CONNECTIONS = 256;

  private static final String UPSTREAM = "upstream";
  private static final Map<String, String> STANDARD =
      Map.of(
          "organizations",
          "50",
          "seconds",
          "10",
          "rounds",
          "3",
          "warmup",
          "60",
          "nodes",
          "1",
          "payload",
          "sample",
          UPSTREAM,
          "simulator",
          "user",
          "demo",
          "password",
          "demo&100%=ok");

  private final Installation inlet;
  private final List<String> paths;
  private final Upstream upstream;
  private final Bare bare;
  private final Optional<Proxy> proxy;
  private final Payload payload;
  private final Scenes closed = new Scenes();
  private final Scenes open = new Scenes();

  private Load(
      Installation inlet,
      List<String> paths,
      Upstream upstream,
      Bare bare,
      Optional<Proxy> proxy,
      Payload payload) {
    this.inlet = inlet;
    this.paths = paths;
    this.upstream = upstream;
    this.bare = bare;
    this.proxy = proxy;
    this.payload = payload;
  }

  /**
   * Measures it.
   *
   * @param given what differs from the standard: {@code seconds} of each scene in each of {@code
   *     rounds} after {@code warmup} seconds, {@code organizations}, {@code nodes}, the {@code
   *     payload} (sample or large), and an {@code upstream} with {@code user} and {@code password}
   * @return the report
   */
  public static String run(Path directory, Map<String, String> given)
      throws IOException, SQLException, InterruptedException {
    Settings settings = Settings.of(given, STANDARD);
    Path home = Files.createDirectories(directory.toAbsolutePath().resolve("load"));
    Payload payload = Payload.named(settings.text("payload"));
    try (Upstream upstream = upstream(home, settings);
        Bare bare = Bare.start(home, Installation.javaOptions());
        Installation inlet = Installation.begin(home)) {
      int organizations = settings.number("organizations");
      List<String> paths =
          inlet.prepare(
              node -> {
                List<String> made = new ArrayList<>();
                for (int i = 0; i < organizations; i++) {
                  made.add(
                      Tenant.found(node, "load-" + i, upstream.imis()).create(payload.webhook()));
                }
                return made;
              });
      for (int i = 0; i < settings.number("nodes"); i++) {
        inlet.startNode(Map.of());
      }
      Optional<Proxy> proxy = Proxy.before(upstream.imis().baseUrl(), home);
      try {
        String report = new Load(inlet, paths, upstream, bare, proxy, payload).measure(settings);
        Files.writeString(home.resolve("report.md"), report);
        return report;
      } finally {
        proxy.ifPresent(Proxy::close);
      }
    }
  }

  private static Upstream upstream(Path home, Settings settings)
      throws IOException, InterruptedException {
    String url = settings.text(UPSTREAM);
    return url.equals(STANDARD.get(UPSTREAM))
        ? Upstream.start(home, UPSTREAM)
        : Upstream.given(
            new Imis(URI.create(url), settings.text("user"), settings.text("password")));
  }

  private String measure(Settings settings) throws IOException, SQLException, InterruptedException {
    Duration each = settings.seconds("seconds");
    int rounds = settings.number("rounds");
    List<Target> targets =
        Arrays.stream(Target.values())
            .filter(target -> target != Target.PROXY || proxy.isPresent())
            .toList();
    for (Target target : targets) {
      warmUp(target, settings.seconds("warmup"));
    }
    for (int round = 0; round < rounds; round++) {
      for (Target target : targets) {
        closed.add(
            target, metered(posts(target), (to, time) -> Run.closed(to, CONNECTIONS, time), each));
      }
    }
    int half = (int) Math.max(1, closed.of(Target.INLET).run().perSecond() / 2);
    for (int round = 0; round < rounds; round++) {
      for (Target target : targets) {
        open.add(
            target,
            metered(posts(target), (to, time) -> Run.open(to, half, OPEN_CONNECTIONS, time), each));
      }
    }
    return new LoadReport(settings, CONNECTIONS, payload.bytes())
        .of(closed, open, half, rest(each));
  }

  private Rest rest(Duration time) throws IOException, SQLException, InterruptedException {
    long resident = inlet.residentMegabytes();
    inlet.checkpoint();
    Thread.sleep(time); // what is left of the deliveries is added up
    Reading before = reading();
    Thread.sleep(time);
    return new Rest(resident, time, reading().minus(before), inlet.bytesOfDelivery());
  }

  /**
   * What does little is compiled soon. After a checkpoint each page is written to the log as a
   * whole once: what is in use all the time, before anything is measured.
   */
  private void warmUp(Target target, Duration whole)
      throws IOException, SQLException, InterruptedException {
    if (target == Target.INLET) {
      Run _ = Run.closed(posts(target), CONNECTIONS, whole);
      inlet.checkpoint();
    }
    Run _ = Run.closed(posts(target), CONNECTIONS, whole.dividedBy(6));
  }

  private List<Post> posts(Target target) throws IOException, InterruptedException {
    return switch (target) {
      case PROXY -> upstream.insertions(proxy.orElseThrow().url(), payload.insertion());
      case UPSTREAM -> upstream.insertions(upstream.imis().baseUrl(), payload.insertion());
      case BARE -> bare.posts(payload.body());
      case INLET -> inlet.deliveries(paths, payload.body());
    };
  }

  private interface Sending {
    Run send(List<Post> posts, Duration time) throws InterruptedException;
  }

  /** Whoever was not sent to for a while is slow at first: that is not what is asked. */
  private Scene metered(List<Post> posts, Sending sending, Duration time)
      throws IOException, SQLException, InterruptedException {
    Run _ = sending.send(posts, time.dividedBy(2));
    Reading before = reading();
    Run run = sending.send(posts, time);
    return new Scene(run, reading().minus(before));
  }

  private Reading reading() throws IOException, SQLException {
    Duration self = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    Duration before = proxy.map(Proxy::worked).orElse(Duration.ZERO);
    return inlet.reading(self.plus(before).plus(upstream.worked()).plus(bare.worked()));
  }
}
