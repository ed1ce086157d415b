package dev.inlet.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * More webhooks than a node keeps in memory: what the first delivery of one takes, whether those
 * that are sent to all the time notice, and what the node's heap comes to.
 */
public final class ManyWebhooks {

  private static final int CONNECTIONS = 64;
  private static final int VISITORS = 16;

  private static final Map<String, String> STANDARD =
      Map.of(
          "webhooks", "100000",
          "organizations", "10000",
          "hot", "50",
          "rate", "100",
          "cold", "1000",
          "coldrate", "20",
          "visited", "25000",
          "warmup", "60");

  private final Settings settings;
  private final Installation inlet;
  private final Urls urls;
  private final Map<String, Run> runs = new LinkedHashMap<>();
  private final Map<Integer, Long> heaps = new LinkedHashMap<>();

  private ManyWebhooks(Settings settings, Installation inlet, Urls urls) {
    this.settings = settings;
    this.inlet = inlet;
    this.urls = urls;
  }

  /**
   * What is sent to.
   *
   * @param hot all the time
   * @param rehearsal once before anything counts, so that what is measured is not the compiler
   * @param strangers once, each of an organization that nothing was sent to before
   * @param known once, each another one of an organization that something was sent to
   * @param rest once
   */
  private record Urls(
      List<Post> hot,
      List<Post> rehearsal,
      List<Post> strangers,
      List<Post> known,
      List<Post> rest) {

    /** Which of them is which, of all: first one of each organization, then another of each. */
    static Urls of(List<Post> all, int organizations, int hot, int cold, int visited) {
      int rehearsal = cold / 4;
      int rest = organizations * 2;
      if (hot + cold + rehearsal > organizations || rest + visited > all.size()) {
        throw new IllegalArgumentException(
            "There are too few webhooks, or organizations, for that");
      }
      return new Urls(
          all.subList(0, hot),
          all.subList(organizations - rehearsal, organizations),
          all.subList(hot, hot + cold),
          all.subList(organizations + hot, organizations + hot + cold),
          all.subList(rest, rest + visited));
    }
  }

  /**
   * What came of it.
   *
   * @param isSound whether none failed
   */
  public record Result(String report, boolean isSound) {}

  /**
   * Measures it.
   *
   * @param given what differs from the standard: how many {@code webhooks} in how many {@code
   *     organizations}; {@code hot} ones are sent {@code rate} a second after {@code warmup}
   *     seconds, and meanwhile {@code coldrate} a second to twice {@code cold} others; then so many
   *     are {@code visited}
   */
  public static Result run(Path directory, Map<String, String> given)
      throws IOException, SQLException, InterruptedException {
    Settings settings = Settings.of(given, STANDARD);
    Path home = Files.createDirectories(directory.toAbsolutePath().resolve("many-webhooks"));
    int organizations = settings.number("organizations");
    try (Upstream upstream = Upstream.start(home, "upstream");
        Installation inlet = Installation.begin(home)) {
      Multitude multitude =
          new Multitude(organizations, settings.number("webhooks") / organizations);
      Payload payload = Payload.sample();
      multitude.fill(inlet, upstream.imis(), payload.webhook());
      inlet.startNode(Map.of());
      List<Post> all = inlet.deliveries(multitude.paths().toList(), payload.body());
      Urls urls =
          Urls.of(
              all,
              organizations,
              settings.number("hot"),
              settings.number("cold"),
              settings.number("visited"));
      ManyWebhooks scene = new ManyWebhooks(settings, inlet, urls);
      scene.measure();
      String report = scene.report();
      Files.writeString(home.resolve("report.md"), report);
      return new Result(report, scene.runs.values().stream().allMatch(Run::isAllDone));
    }
  }

  private void measure() throws IOException, InterruptedException {
    Run _ = Run.closed(urls.hot(), VISITORS, settings.seconds("warmup"));
    Run _ = Run.once(urls.rehearsal(), VISITORS);
    heaps.put(urls.hot().size() + urls.rehearsal().size(), inlet.heapMegabytes());
    runs.put("hot, alone", hot());
    beside("cold, of an organization that is cold, too", urls.strangers());
    beside("cold, of an organization that is known", urls.known());
    int seen = heaps.keySet().iterator().next() + 2 * settings.number("cold");
    heaps.put(seen, inlet.heapMegabytes());
    visit(seen);
  }

  /** Cold ones, while hot ones are sent to. */
  private void beside(String what, List<Post> cold) throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Run> hot = threads.submit(this::hot);
      runs.put(what, Run.open(cold, settings.number("coldrate"), CONNECTIONS, time()));
      runs.merge("hot, beside cold ones", hot.get(), Run::and);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The hot ones ended early", e);
    }
  }

  private Run hot() throws InterruptedException {
    return Run.open(urls.hot(), settings.number("rate"), CONNECTIONS, time());
  }

  private Duration time() {
    return Duration.ofMillis(settings.number("cold") * 1_000L / settings.number("coldrate"));
  }

  /** In five parts, to see whether the heap goes on growing. */
  private void visit(int seen) throws IOException, InterruptedException {
    int part = Math.max(1, urls.rest().size() / 5);
    for (int from = 0; from < urls.rest().size(); from += part) {
      int to = Math.min(from + part, urls.rest().size());
      runs.merge(
          "as many as go through, each once",
          Run.once(urls.rest().subList(from, to), VISITORS),
          Run::and);
      heaps.put(seen + to, inlet.heapMegabytes());
    }
  }

  private String report() throws IOException {
    StringBuilder text =
        new StringBuilder(
            """
            # Many webhooks: measured on %s, %d processors for all of it

            %s webhooks of %s organizations, all of the sample schema; a node with %s. %s of them are sent %s a second all
            the time; meanwhile %s a second go to others, each for the first time.

            | | sent | p50, ms | p99 | max | answers |
            |---|--:|--:|--:|--:|---|
            """
                .formatted(
                    LocalDate.now(ZoneOffset.UTC),
                    Runtime.getRuntime().availableProcessors(),
                    settings.text("webhooks"),
                    settings.text("organizations"),
                    String.join(" ", Installation.javaOptions()),
                    settings.text("hot"),
                    settings.text("rate"),
                    settings.text("coldrate")));
    runs.forEach((what, run) -> text.append(row(what, run)));
    text.append("\n| webhooks sent to by then | heap in use after a collection, MB |\n|--:|--:|\n");
    heaps.forEach((seen, megabytes) -> text.append("| %d | %d |\n".formatted(seen, megabytes)));
    return text.append(
            "\nThe heap at most: %d MB. Resident: %d MB.\n"
                .formatted(inlet.heapMegabytesMax(), inlet.residentMegabytes()))
        .toString();
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
