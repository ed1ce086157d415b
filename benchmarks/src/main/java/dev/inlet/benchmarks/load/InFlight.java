package dev.inlet.benchmarks.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.benchmarks.Imis;
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
import java.util.stream.Stream;

/**
 * Ten thousand deliveries in flight at once, to an iMIS that takes seconds; and what becomes of an
 * organization beside them whose iMIS does not.
 */
public final class InFlight {

  private static final int NEIGHBOUR_CONNECTIONS = 64;
  private static final int WARM_UP_CONNECTIONS = 32;
  private static final String BEGUN = "SELECT count(*) FROM deliveries WHERE outcome = 'RECEIVED'";

  private static final Map<String, String> STANDARD =
      Map.of(
          "deliveries", "10000",
          "organizations", "50",
          "calls", "40",
          "delay", "5",
          "ramp", "50",
          "rate", "20",
          "seconds", "30",
          "warmup", "60");

  private final Settings settings;
  private final Installation inlet;
  private final Upstream slow;
  private final List<Post> crowding;
  private final List<Post> neighbours;

  private InFlight(
      Settings settings,
      Installation inlet,
      Upstream slow,
      List<Post> crowding,
      List<Post> neighbours) {
    this.settings = settings;
    this.inlet = inlet;
    this.slow = slow;
    this.crowding = crowding;
    this.neighbours = neighbours;
  }

  /**
   * What came of it.
   *
   * @param isSound whether all were in flight at once, and none failed
   */
  public record Result(String report, boolean isSound) {}

  /** Where the webhooks are, of those who crowd and of the one beside them. */
  private record Paths(List<String> crowding, String neighbour) {}

  /**
   * Measures it.
   *
   * @param given what differs from the standard: how many {@code deliveries} of {@code
   *     organizations}, each with so many {@code calls} at once to an iMIS that takes {@code delay}
   *     seconds, begin within {@code ramp} seconds; the other organization sends {@code rate} a
   *     second for {@code seconds}, after {@code warmup}
   */
  public static Result run(Path directory, Map<String, String> given)
      throws IOException, SQLException, InterruptedException {
    Settings settings = Settings.of(given, STANDARD);
    Path home = Files.createDirectories(directory.toAbsolutePath().resolve("in-flight"));
    try (Upstream slow = Upstream.start(home, "slow-upstream");
        Upstream quick = Upstream.start(home, "quick-upstream");
        Installation inlet = Installation.begin(home)) {
      Imis crowded = slow.imis().withCalls(settings.number("calls"));
      ObjectNode patient = Tenant.sample().put("deadlineSeconds", 30);
      Paths paths =
          inlet.prepare(
              node -> {
                List<String> crowding = new ArrayList<>();
                for (int i = 0; i < settings.number("organizations"); i++) {
                  crowding.add(Tenant.found(node, "crowd-" + i, crowded).create(patient));
                }
                String neighbour =
                    Tenant.found(node, "neighbour", quick.imis()).create(Tenant.sample());
                return new Paths(crowding, neighbour);
              });
      inlet.startNode(Map.of());
      String body = Payload.sample().body();
      InFlight scene =
          new InFlight(
              settings,
              inlet,
              slow,
              inlet.deliveries(paths.crowding(), body),
              inlet.deliveries(List.of(paths.neighbour()), body));
      Result result = scene.measure();
      Files.writeString(home.resolve("report.md"), result.report());
      return result;
    }
  }

  private Result measure() throws IOException, SQLException, InterruptedException {
    Duration warmUp = settings.seconds("warmup");
    Run _ = Run.closed(crowding, WARM_UP_CONNECTIONS, warmUp);
    Run _ = neighbour(warmUp.dividedBy(4));
    Duration time = settings.seconds("seconds");
    Run alone = neighbour(time);

    slow.set(
        "{\"faults\":[{\"part\":\"INSERT\",\"kind\":\"DELAY\",\"delay\":\"%s\"}]}"
            .formatted(settings.seconds("delay")));
    Crowd crowd = new Crowd(crowding);
    long begin = System.nanoTime();
    crowd.gather(settings.number("deliveries"), settings.seconds("ramp"));
    long begun = inlet.number(BEGUN);
    Run beside = neighbour(time);
    begun = Math.max(begun, inlet.number(BEGUN));
    long heap = inlet.heapMegabytes();
    long resident = inlet.residentMegabytes();
    crowd.disperse();

    Run crowded = crowd.run(Duration.ofNanos(System.nanoTime() - begin));
    boolean isSound =
        crowd.inFlightMax() >= settings.number("deliveries")
            && Stream.of(alone, beside, crowded).allMatch(Run::isAllDone);
    return new Result(report(alone, beside, crowd, crowded, begun, heap, resident), isSound);
  }

  private Run neighbour(Duration time) throws InterruptedException {
    return Run.open(neighbours, settings.number("rate"), NEIGHBOUR_CONNECTIONS, time);
  }

  private String report(
      Run alone, Run beside, Crowd crowd, Run crowded, long begun, long heap, long resident)
      throws IOException {
    return """
        # In flight: measured on %s, %d processors for all of it

        %s connections of %s organizations send to a node with %s; each organization's iMIS takes %s s, and %s calls of it at once.
        One more organization, whose iMIS is quick, sends %s a second for %s s, each timed from when it was due.

        At once in flight, at most: **%d** sent and not answered, %d begun in the journal and not ended. %.0f a second were done; a delivery
        took %.1f s (p50), %.1f s at most. Answers: %s.

        | the other organization | sent | p50, ms | p99 | max | answers |
        |---|--:|--:|--:|--:|---|
        %s%s
        The node's heap: %d MB in use while all are in flight (after a collection), %d MB at most. Resident: %d MB.
        """
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            Runtime.getRuntime().availableProcessors(),
            settings.text("deliveries"),
            settings.text("organizations"),
            String.join(" ", Installation.javaOptions()),
            settings.text("delay"),
            settings.text("calls"),
            settings.text("rate"),
            settings.text("seconds"),
            crowd.inFlightMax(),
            begun,
            crowded.perSecond(),
            crowded.millis(50) / 1000,
            crowded.millis(100) / 1000,
            crowded.statuses(),
            row("alone", alone),
            row("beside them", beside),
            heap,
            inlet.heapMegabytesMax(),
            resident);
  }

  private static String row(String what, Run run) {
    return "| %s | %d | %.1f | %.1f | %.1f | %s |\n"
        .formatted(
            what,
            run.nanos().getTotalCount(),
            run.millis(50),
            run.millis(99),
            run.millis(100),
            run.statuses());
  }
}
