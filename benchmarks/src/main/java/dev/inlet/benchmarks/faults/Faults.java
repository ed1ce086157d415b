package dev.inlet.benchmarks.faults;

import dev.inlet.benchmarks.Build;
import dev.inlet.benchmarks.NodeProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole of it: two nodes, a PostgreSQL and a simulated iMIS under load, one fault after the
 * other, and in the end the three accounts.
 */
public final class Faults {

  static final String DATABASE = "inlet_faults";

  /** Nothing has ended for so long: it never will. */
  private static final Duration ENDED_MAX = Duration.ofMinutes(3);

  private final Settings settings;
  private final Scene scene;
  private final FaultReport report;
  private final Chronicle chronicle = new Chronicle();
  private final Breakage breakage;
  private final Load load;
  private final Rounds rounds;

  private Faults(Settings settings, Scene scene, Load load, FaultReport report) {
    this.settings = settings;
    this.scene = scene;
    this.load = load;
    this.report = report;
    this.breakage = new Breakage(scene, chronicle);
    this.rounds = new Rounds(load, report);
  }

  /**
   * Breaks it as often as is set.
   *
   * @param directory where the database and the nodes' logs are kept
   * @param given how often, by name; what is left out is as README.md says
   */
  public static FaultReport run(Path directory, Map<String, String> given)
      throws IOException, SQLException, InterruptedException {
    Settings settings = new Settings(given);
    Path home = directory.toAbsolutePath().resolve("faults");
    FaultReport report = new FaultReport(settings.command());
    try (Scene scene = Scene.set(home, Build.before(settings.before()))) {
      Hooks hooks = Hooks.create(scene.nodes().getFirst().url(), scene.toImis().port());
      try (Balancer balancer = new Balancer(scene.nodes())) {
        Load load = new Load(balancer, hooks.inAnyOrder());
        new Faults(settings, scene, load, report).run(hooks);
      }
    }
    Files.writeString(home.resolve("report.md"), report.text());
    return report;
  }

  private void run(Hooks hooks) throws IOException, SQLException, InterruptedException {
    load.begin();
    Instant begin = Instant.now();
    Optional<String> line = hooks.inOrder();
    line.ifPresent(load::beginInOrder);
    rounds.awaitWork();
    rounds.strike("nothing, for two seconds", 1, () -> Thread.sleep(2_000));
    upgrade();
    if (line.isEmpty()) {
      load.beginInOrder(hooks.inOrder().orElseThrow());
    }
    Fault ends = () -> rounds.strike("SIGTERM to a node", times("ends"), breakage::endNode);
    ends.during(chronicle.ended()).strike();
    load.awaitAnswers();
    fillDisk();
    strikeNodesAndPostgres();
    cut();
    stepClock();
    List<Sent> sent = load.end();
    report.took(Duration.between(begin, Instant.now()));
    settle();
    Reconciliation accounts =
        new Reconciliation(sent, DeliveryRow.all(scene.postgres()), scene.records(), chronicle);
    report.reconciled(accounts);
    accounts.denied().forEach(one -> System.err.println("Denied, and in iMIS: " + one));
    accounts.unpromised().forEach(answer -> System.err.println("Not promised: " + answer));
  }

  private int times(String name) {
    return settings.number(name);
  }

  private void upgrade() throws IOException, SQLException, InterruptedException {
    String what =
        settings.before().isPresent()
            ? "both nodes upgraded from an older build"
            : "both nodes replaced, by the same build";
    Fault upgrades = () -> rounds.strike(what, times("upgrades"), breakage::upgrade);
    upgrades.during(chronicle.upgraded()).strike();
  }

  private void fillDisk() throws IOException, SQLException, InterruptedException {
    int times = times("fulldisks");
    if (times == 0) {
      return;
    }
    Optional<String> hindrance = SmallDisk.hindrance(scene.home());
    if (hindrance.isPresent()) {
      report.notTried("PostgreSQL's disk full", hindrance.get());
      return;
    }
    breakage.onSmallDisk(
        disk -> {
          rounds.strike("PostgreSQL's disk full", (times + 1) / 2, () -> breakage.fill(disk));
          rounds.strike(
              "PostgreSQL dead of a full disk", times / 2, () -> breakage.fillForLog(disk));
        });
    calm();
  }

  private void strikeNodesAndPostgres() throws IOException, SQLException, InterruptedException {
    strike("`kill -9` of a node", times("kills"), breakage::killNode);
    strike("PostgreSQL killed", times("restarts") / 2, breakage::crashPostgres);
    strike("PostgreSQL restarted", (times("restarts") + 1) / 2, breakage::restartPostgres);
  }

  private void cut() throws IOException, SQLException, InterruptedException {
    int times = times("cuts");
    Link toDatabase = scene.toDatabase();
    Link toImis = scene.toImis();
    strike("nodes cut off from PostgreSQL", times, () -> breakage.refuse(toDatabase));
    strike("nothing between nodes and PostgreSQL arrives", times, () -> breakage.hush(toDatabase));
    strike("nodes cut off from iMIS", times, () -> breakage.refuse(toImis));
    strike("nothing between nodes and iMIS arrives", times, () -> breakage.hush(toImis));
  }

  private void stepClock() throws IOException, SQLException, InterruptedException {
    String what = "a node's clock ten minutes wrong";
    int times = times("clocksteps");
    if (times == 0) {
      return;
    }
    Optional<SteppedClock> clock = SteppedClock.in(scene.home());
    if (clock.isEmpty()) {
      report.notTried(what, SteppedClock.MISSING);
      return;
    }
    NodeProcess node = scene.nodes().getFirst();
    node.liveIn(clock.get().environment());
    breakage.replace(node);
    strike(what, times, () -> breakage.step(clock.get()));
  }

  private void strike(String what, int times, Fault fault)
      throws IOException, SQLException, InterruptedException {
    rounds.strike(what, times, fault);
    if (times > 0) {
      calm();
    }
  }

  /** Breaks nothing until what was in flight has ended, whoever worked on it. */
  private void calm() throws SQLException, InterruptedException {
    Instant begin = Instant.now();
    Instant latest = begin.plusSeconds(times("settle"));
    while (Instant.now().isBefore(latest) && scene.isUnderWaySince(begin)) {
      Thread.sleep(500);
    }
  }

  /** Until nothing is under way any more: nobody asks, the nodes do it by themselves. */
  private void settle() throws SQLException, InterruptedException {
    Instant begin = Instant.now();
    Instant last = begin;
    long fewest = Long.MAX_VALUE;
    long now = scene.underWay();
    while (now > 0 && Instant.now().isBefore(last.plus(ENDED_MAX))) {
      if (now < fewest) {
        fewest = now;
        last = Instant.now();
      }
      Thread.sleep(500);
      now = scene.underWay();
    }
    report.settled(Duration.between(begin, Instant.now()));
  }
}
