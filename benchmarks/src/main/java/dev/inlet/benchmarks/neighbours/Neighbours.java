package dev.inlet.benchmarks.neighbours;

import dev.imissimulator.Fault;
import dev.imissimulator.Simulator;
import dev.inlet.benchmarks.neighbours.Site.Role;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Three organizations. The third sends steadily: alone; while the two others misbehave on another
 * node with another PostgreSQL, which shows what the machine itself is short of; and while they
 * misbehave beside it. These take turns.
 */
public final class Neighbours {

  /** How much slower the slowest of a hundred may get beside the others. */
  public static final double RATIO_MAX = 1.5;

  private static final int FLOOD = 10;

  /** Until nodes and senders are compiled, which takes processors from all. */
  private static final Duration WARM_UP = Duration.ofSeconds(40);

  private static final Duration MENDED_MAX = Duration.ofSeconds(90);

  private final int rate;
  private final Simulator hanging;
  private final Site here;
  private final Site elsewhere;
  private final Sender third;
  private final Sender thirdAcknowledged;
  private final HttpClient http = HttpClient.newHttpClient();

  private Neighbours(int rate, Simulator hanging, Site here, Site elsewhere) {
    this.rate = rate;
    this.hanging = hanging;
    this.here = here;
    this.elsewhere = elsewhere;
    this.third = new Sender(here.url(Role.THIRD), steady(rate));
    this.thirdAcknowledged = new Sender(here.url(Role.THIRD_ACKNOWLEDGED), steady(rate));
  }

  /** What the third sends to each of its webhooks: well below the limit. */
  static int steady(int rate) {
    return Math.max(1, rate * 4 / 5);
  }

  /**
   * What came of it.
   *
   * @param isKept whether the third was slowed down no more than it may be, and refused nothing
   */
  public record Result(String report, boolean isKept) {}

  /** What is measured while the neighbours are so. */
  enum Scene {
    ALONE,
    ELSEWHERE,
    BESIDE
  }

  /**
   * Measures it.
   *
   * @param directory where the databases and the nodes' logs are kept
   * @param settings by name: {@code seconds} of each scene in each of {@code rounds}, and {@code
   *     rate}, the limit of a webhook, in deliveries a second
   */
  public static Result run(Path directory, Map<String, Integer> settings)
      throws IOException, SQLException, InterruptedException {
    int rate = settings.getOrDefault("rate", 20);
    Path home = directory.toAbsolutePath().resolve("neighbours");
    try (Simulator good = simulator();
        Simulator hanging = simulator();
        Site here = Site.open(home.resolve("here"), rate, good, hanging);
        Site elsewhere = Site.open(home.resolve("elsewhere"), rate, good, hanging)) {
      Result result =
          new Neighbours(rate, hanging, here, elsewhere)
              .measure(
                  settings.getOrDefault("rounds", 6),
                  Duration.ofSeconds(settings.getOrDefault("seconds", 20)));
      Files.writeString(home.resolve("report.md"), result.report());
      return result;
    }
  }

  private static Simulator simulator() {
    Simulator simulator = Simulator.start();
    simulator.set(switches -> switches.withRequestsKept(0));
    return simulator;
  }

  private Result measure(int rounds, Duration each)
      throws IOException, SQLException, InterruptedException {
    Experiences scenes = new Experiences();
    if (rounds > 1) { // of one round the times mean nothing
      play(Scene.ELSEWHERE, new Experience(), WARM_UP);
      play(Scene.BESIDE, new Experience(), WARM_UP);
    }
    for (int round = 0; round < rounds; round++) {
      for (Scene scene : Scene.values()) {
        Experience one = new Experience();
        play(scene, one, each);
        scenes.in(scene).add(one);
      }
    }
    NeighboursReport report = new NeighboursReport(rate, rate * FLOOD, each);
    for (Scene scene : Scene.values()) {
      Experience experience = scenes.in(scene);
      experience.awaited(here.untilInImis(experience.spans()));
    }
    return new Result(report.of(scenes), report.isKept(scenes));
  }

  private void play(Scene scene, Experience experience, Duration time)
      throws IOException, InterruptedException {
    switch (scene) {
      case ALONE -> send(experience, time);
      case ELSEWHERE -> disturb(elsewhere, experience, time);
      case BESIDE -> disturb(here, experience, time);
    }
  }

  private void disturb(Site site, Experience experience, Duration time)
      throws IOException, InterruptedException {
    mend(site);
    hanging.set(switches -> switches.withFault(Fault.hang(Fault.Part.INSERT)));
    try (Sender hangs = new Sender(site.url(Role.HANGING), rate);
        Sender floods = new Sender(site.url(Role.FLOODING), rate * FLOOD)) {
      hangs.begin();
      floods.begin();
      send(experience, time);
      hangs.stop();
      experience.flooding().add(floods.end());
      experience.hanging().add(hangs.end());
    }
    mend(site);
  }

  private void send(Experience experience, Duration time) throws IOException, InterruptedException {
    Work before = Work.until(here, elsewhere);
    Instant begin = Instant.now();
    third.begin();
    thirdAcknowledged.begin();
    Thread.sleep(time);
    third.stop();
    thirdAcknowledged.stop();
    Tally waited = third.end();
    Tally acknowledged = thirdAcknowledged.end();
    experience.add(waited, acknowledged, new Site.Span(begin, Instant.now()));
    experience.add(Work.until(here, elsewhere).minus(before));
  }

  /** Until the one whose iMIS hung is served again: then the next scene begins as the first one. */
  private void mend(Site site) throws IOException, InterruptedException {
    hanging.set(switches -> switches.withFaults(List.of()));
    Instant latest = Instant.now().plus(MENDED_MAX);
    HttpRequest request =
        HttpRequest.newBuilder(site.url(Role.HANGING))
            .POST(BodyPublishers.ofString("{\"number\":0}"))
            .build();
    while (http.send(request, BodyHandlers.discarding()).statusCode() != 200) {
      if (Instant.now().isAfter(latest)) {
        throw new IllegalStateException("The one that hung is served no more");
      }
      Thread.sleep(500);
    }
  }
}
