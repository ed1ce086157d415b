package dev.inlet.benchmarks.recovery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Body;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.benchmarks.Build;
import dev.inlet.benchmarks.NodeProcess;
import dev.inlet.benchmarks.Postgres;
import dev.inlet.benchmarks.Processes;
import dev.inlet.benchmarks.Tenant;
import dev.inlet.benchmarks.recovery.Sender.Sent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/**
 * The drill: an installation is backed up while it works, its database is lost, and restored as it
 * was at a time between.
 */
public final class Recovery {

  private static final String DATABASE = "inlet_recovery";
  private static final Duration SLOW = Duration.ofSeconds(4);

  private static final long AGAIN = 1;
  private static final long HELD_BACK = 2;

  private static final Map<String, String> NO_LIMITS =
      Map.of(
          "INLET_WEBHOOK_REQUESTS_PER_SECOND", "1000000",
          "INLET_ORGANIZATION_REQUESTS_PER_SECOND", "1000000");

  private final Path home;
  private final int deliveries;
  private final RecoveryReport report;
  private final Simulator imis;
  private final Simulator busyImis;
  private final Postgres postgres;
  private final NodeProcess node;
  private final Archive archive;
  private final Journal journal;

  private Recovery(
      Path home,
      int deliveries,
      Simulator imis,
      Simulator busyImis,
      Postgres postgres,
      NodeProcess node,
      Archive archive) {
    this.home = home;
    this.deliveries = deliveries;
    this.report = new RecoveryReport(deliveries);
    this.imis = imis;
    this.busyImis = busyImis;
    this.postgres = postgres;
    this.node = node;
    this.archive = archive;
    this.journal = new Journal(postgres, DATABASE);
  }

  /**
   * Does it.
   *
   * @param settings by name: how many {@code deliveries} are sent in each of four stretches
   */
  public static RecoveryReport run(Path directory, Map<String, String> settings)
      throws IOException, SQLException, InterruptedException {
    int deliveries = Integer.parseInt(settings.getOrDefault("deliveries", "1000"));
    Path all = Files.createDirectories(directory.toAbsolutePath().resolve("recovery"));
    Path home = all.resolve("drill");
    Processes.run("rm", "-rf", home.toString());
    Files.createDirectories(home);
    try (Simulator imis = Simulator.start();
        Simulator busyImis = Simulator.start();
        Postgres postgres = Postgres.start(home)) {
      imis.set(switches -> switches.withRequestsKept(0));
      postgres.create(DATABASE);
      Archive archive = new Archive(home);
      archive.follow(postgres);
      try (NodeProcess node =
          new NodeProcess(
              Build.OWN,
              postgres.port(),
              DATABASE,
              List.of("-Xmx512m"),
              NO_LIMITS,
              home.resolve("node.log"))) {
        node.await();
        Recovery drill = new Recovery(home, deliveries, imis, busyImis, postgres, node, archive);
        drill.runAndTell();
        Files.writeString(all.resolve("report.md"), drill.report.text());
        return drill.report;
      }
    }
  }

  /** What a node said of its failure would go with its folder. */
  private void runAndTell() throws IOException, SQLException, InterruptedException {
    try {
      run();
    } catch (IOException | RuntimeException e) {
      throw new IOException("%s%nThe node's last lines:%n%s".formatted(e, node.lastLines()), e);
    }
  }

  private void run() throws IOException, SQLException, InterruptedException {
    Tenant tenant = Tenant.signUp(node.url(), "recovery", imis.baseUrl().getPort());
    Tenant queueing = Tenant.signUp(node.url(), "queueing", busyImis.baseUrl().getPort());
    String acknowledging = queueing.webhook("Acknowledging", "ON_RECEIPT");
    try (Sender sender = new Sender(node.url(), tenant.create(Tenant.sample()))) {
      List<Sent> kept = new ArrayList<>(sender.send(deliveries, "early"));
      kept.addAll(backUpUnderLoad(sender));
      kept.addAll(sender.send(deliveries, "late"));

      busyImis.set(switches -> switches.withFault(Fault.answer(Part.INSERT, 503, Body.EMPTY)));
      String again = sender.post(acknowledging, number(AGAIN), 202);
      String heldBack = sender.post(acknowledging, number(HELD_BACK), 202);
      imis.set(switches -> switches.withDelay(Part.INSERT, SLOW));
      Future<Sent> underWay = sender.begin("underway");
      String until = journal.await(1, 2);
      imis.set(switches -> switches.withDelay(Part.INSERT, Duration.ZERO));
      busyImis.set(switches -> switches.withFaults(List.of()));
      Sent interrupted = Sender.end(underWay);
      String _ = journal.await(0, 0);
      List<Sent> lost = sender.send(deliveries, "lost");
      archive.complete(postgres);
      int records = imis.activities().size();
      report.expect("records in iMIS before", 4L * deliveries + 1, records);
      report.expect("and of those that waited", 2, busyImis.activities().size());

      loseAndRestore(until, heldBack);

      check(tenant, kept, lost);
      String _ = journal.await(0, 0);
      expectOutcome(
          "the one under way at that time, whose record is in iMIS",
          tenant,
          interrupted.id(),
          "UNKNOWN");
      expectOutcome("one that waited at that time, done again", queueing, again, "SUCCEEDED");
      report.expect("its records in iMIS", 2, recordsOf(AGAIN));
      expectOutcome("another one, held back before the start", queueing, heldBack, "UNKNOWN");
      report.expect("its records in iMIS", 1, recordsOf(HELD_BACK));
      goOn(tenant, sender, kept.getFirst());
      report.expect("records in iMIS after", records + 2L, imis.activities().size());
    }
  }

  private List<Sent> backUpUnderLoad(Sender sender) throws IOException, InterruptedException {
    CompletableFuture<Duration> copied =
        CompletableFuture.supplyAsync(
            () -> {
              Instant begun = Instant.now();
              try {
                archive.copy(postgres);
              } catch (IOException | SQLException e) {
                throw new IllegalStateException("The files could not be copied", e);
              }
              return Duration.between(begun, Instant.now());
            });
    List<Sent> sent = sender.send(deliveries, "meanwhile");
    report.took("copy of the files, under load", copied.join());
    report.size("its size", archive.copiedBytes());
    return sent;
  }

  private void loseAndRestore(String until, String heldBack)
      throws IOException, SQLException, InterruptedException {
    report.size("log since the archive began", archive.logBytes());
    node.kill();
    Instant begun = Instant.now();
    Path restored = home.resolve("restored");
    archive.restore(restored, until);
    report.took("files put back", Duration.between(begun, Instant.now()));
    postgres.loseAllAndGoOn(restored);
    Archive.awaitEnd(postgres);
    report.took(
        "and PostgreSQL takes writes, the log read", Duration.between(begun, Instant.now()));
    journal.holdBack(heldBack);
    node.start();
    node.await();
    report.took("and Inlet takes deliveries", Duration.between(begun, Instant.now()));
  }

  private void check(Tenant tenant, List<Sent> kept, List<Sent> lost)
      throws IOException, InterruptedException, SQLException {
    int known = 0;
    for (Sent each : kept) {
      JsonNode delivery = tenant.get("/deliveries/" + each.id());
      boolean isWhole =
          delivery.get("outcome").asText().equals("SUCCEEDED")
              && delivery.at("/body/content").asText().contains("\"" + each.word() + "\"");
      known += isWhole ? 1 : 0;
    }
    report.expect("deliveries from before that time, with outcome and payload", kept.size(), known);
    String lostIds = String.join("','", lost.stream().map(Sent::id).toList());
    report.expect(
        "deliveries from after it", 0, journal.count("delivery_id IN ('%s')".formatted(lostIds)));
    report.expect("deliveries in all", kept.size() + 3L, journal.count("true"));
    report.expect(
        "found by a word of its payload",
        1,
        tenant.get("/deliveries?q=" + kept.getLast().word()).get("items").size());
  }

  /** The sign-in, the URL and the password for iMIS are those from before. */
  private void goOn(Tenant tenant, Sender sender, Sent first)
      throws IOException, InterruptedException {
    JsonNode replayed =
        tenant.post("/deliveries/" + first.id() + "/replay", Map.of("isConfirmed", true));
    report.expect(
        "replayed into iMIS",
        1,
        replayed.at("/attempts/1/outcome").asText().equals("SUCCEEDED") ? 1 : 0);
    report.expect("new ones done", 1, sender.send(1, "new").size());
  }

  private void expectOutcome(String what, Tenant tenant, String id, String outcome)
      throws IOException, InterruptedException {
    String seen = tenant.get("/deliveries/" + id).get("outcome").asText();
    report.expect("%s: `%s`".formatted(what, outcome), 1, seen.equals(outcome) ? 1 : 0);
  }

  private static String number(long number) {
    return "{\"number\":%d}".formatted(number);
  }

  private long recordsOf(long number) {
    return busyImis.activities().stream()
        .filter(row -> String.valueOf(row.get("SOURCE_CODE")).equals(Long.toString(number)))
        .count();
  }
}
