package dev.inlet.benchmarks.faults;

import dev.imissimulator.Simulator;
import dev.inlet.benchmarks.NodeProcess;
import dev.inlet.benchmarks.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The whole of it: two nodes, a PostgreSQL and a simulated iMIS under load, one fault after the
 * other, and in the end the three accounts.
 */
public final class Faults {

  static final String DATABASE = "inlet_faults";

  /** Until a node that died is known to have, and what it worked on is UNKNOWN. */
  private static final Duration SETTLED_MAX = Duration.ofMinutes(3);

  private static final Duration WORKS_AGAIN_MAX = Duration.ofSeconds(60);

  private final Random random = new Random(20261128);
  private final List<Instant> faults = new ArrayList<>();
  private final Map<String, Integer> settings;
  private final Postgres postgres;
  private final Simulator imis;
  private final Link toDatabase;
  private final Link toImis;
  private final List<NodeProcess> nodes;
  private final FaultReport report = new FaultReport();
  private @Nullable Load load;

  private Faults(
      Map<String, Integer> settings,
      Postgres postgres,
      Simulator imis,
      Link toDatabase,
      Link toImis,
      List<NodeProcess> nodes) {
    this.settings = settings;
    this.postgres = postgres;
    this.imis = imis;
    this.toDatabase = toDatabase;
    this.toImis = toImis;
    this.nodes = nodes;
  }

  /** Something that breaks, and is mended again. */
  private interface Fault {
    void strike() throws IOException, InterruptedException;
  }

  /**
   * Breaks it as often as is set.
   *
   * @param directory where the database and the nodes' logs are kept
   * @param settings how often, by name: {@code kills}, {@code ends}, {@code restarts}, {@code cuts}
   * @return the report
   */
  public static String run(Path directory, Map<String, Integer> settings)
      throws IOException, SQLException, InterruptedException {
    Path home = directory.toAbsolutePath().resolve("faults");
    try (Postgres postgres = Postgres.start(home);
        Simulator imis = Simulator.start();
        Link toDatabase = Link.to(postgres.port());
        Link toImis = Link.to(imis.baseUrl().getPort())) {
      postgres.create(DATABASE);
      List<String> hooks = Hooks.create(postgres, toImis.port());
      try (NodeProcess one = node(toDatabase, home.resolve("node-1.log"));
          NodeProcess other = node(toDatabase, home.resolve("node-2.log"))) {
        one.await();
        other.await();
        Faults faults =
            new Faults(settings, postgres, imis, toDatabase, toImis, List.of(one, other));
        try (Balancer balancer = new Balancer(List.of(one, other))) {
          String report = faults.run(hooks, balancer);
          Files.writeString(home.resolve("report.md"), report);
          return report;
        }
      }
    }
  }

  private static NodeProcess node(Link toDatabase, Path log) throws IOException {
    return new NodeProcess(
        toDatabase.port(),
        DATABASE,
        List.of("-XX:TieredStopAtLevel=1", "-Xmx256m"), // it lives for seconds
        Map.of("INLET_SHUTDOWN_NOTICE", "1s"),
        log);
  }

  private String run(List<String> hooks, Balancer balancer)
      throws IOException, SQLException, InterruptedException {
    Load callers = new Load(balancer, hooks);
    load = callers;
    callers.begin();
    Instant begin = Instant.now();
    strike("nothing, for two seconds", 1, this::pause);
    long before = callers.unanswered();
    strike("SIGTERM to a node", times("ends", 10), this::endNode);
    report.lostToEnds(callers.unanswered() - before);
    strike("`kill -9` of a node", times("kills", 100), this::killNode);
    strike("PostgreSQL killed", times("restarts", 20) / 2, this::crashPostgres);
    strike("PostgreSQL restarted", (times("restarts", 20) + 1) / 2, this::restartPostgres);
    strike("nodes cut off from PostgreSQL", times("cuts", 5), () -> refuse(toDatabase));
    strike(
        "nothing between nodes and PostgreSQL arrives", times("cuts", 5), () -> hush(toDatabase));
    strike("nodes cut off from iMIS", times("cuts", 5), () -> refuse(toImis));
    strike("nothing between nodes and iMIS arrives", times("cuts", 5), () -> hush(toImis));
    List<Sent> sent = callers.end();
    report.took(Duration.between(begin, Instant.now()));
    settle();
    report.reconciled(
        new Reconciliation(sent, Reconciliation.journal(postgres), records(), faults));
    return report.text();
  }

  private int times(String name, int standard) {
    return settings.getOrDefault(name, standard);
  }

  private void strike(String what, int times, Fault fault)
      throws IOException, InterruptedException {
    long longest = 0;
    for (int i = 0; i < times; i++) {
      Thread.sleep(200 + random.nextInt(800));
      fault.strike();
      Instant mended = Instant.now();
      awaitWork();
      longest = Math.max(longest, Duration.between(mended, Instant.now()).toMillis());
    }
    report.struck(what, times, Duration.ofMillis(longest));
  }

  private void pause() throws InterruptedException {
    Thread.sleep(2_000);
  }

  private void killNode() throws IOException, InterruptedException {
    NodeProcess node = nodes.get(random.nextInt(nodes.size()));
    broken(node::kill);
    node.start();
    node.await();
  }

  private void endNode() throws IOException, InterruptedException {
    NodeProcess node = nodes.get(random.nextInt(nodes.size()));
    node.end();
    node.start();
    node.await();
  }

  private void crashPostgres() throws IOException, InterruptedException {
    broken(postgres::crash);
  }

  private void restartPostgres() throws IOException, InterruptedException {
    broken(postgres::restart);
  }

  private void refuse(Link link) throws IOException, InterruptedException {
    broken(
        () -> {
          link.refuse();
          Thread.sleep(1_500);
          link.mend();
        });
  }

  private void hush(Link link) throws IOException, InterruptedException {
    broken(
        () -> {
          link.silence();
          Thread.sleep(6_000);
          link.mend();
        });
  }

  private void broken(Fault fault) throws IOException, InterruptedException {
    faults.add(Instant.now());
    fault.strike();
    faults.add(Instant.now());
  }

  /** Until some more is done. */
  private void awaitWork() throws InterruptedException {
    Load callers = Objects.requireNonNull(load);
    long before = callers.done();
    Instant latest = Instant.now().plus(WORKS_AGAIN_MAX);
    while (callers.done() < before + 5) {
      if (Instant.now().isAfter(latest)) {
        throw new IllegalStateException("Nothing is done any more; the nodes' logs say why");
      }
      Thread.sleep(20);
    }
  }

  /** Until nothing is under way any more: nobody asks, the nodes do it by themselves. */
  private void settle() throws SQLException, InterruptedException {
    Instant begin = Instant.now();
    while (!postgres
            .one(
                DATABASE, "SELECT count(*) FROM deliveries WHERE outcome IN ('RECEIVED', 'QUEUED')")
            .equals("0")
        && Instant.now().isBefore(begin.plus(SETTLED_MAX))) {
      Thread.sleep(500);
    }
    report.settled(Duration.between(begin, Instant.now()));
  }

  private Map<Long, Long> records() {
    return imis.activities().stream()
        .map(record -> Long.valueOf(String.valueOf(record.get("SOURCE_CODE"))))
        .collect(Collectors.groupingBy(number -> number, Collectors.counting()));
  }
}
