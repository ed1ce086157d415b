package dev.inlet.benchmarks.deliverylog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.actions.ActionResult;
import dev.inlet.benchmarks.Node;
import dev.inlet.benchmarks.deliverylog.Population.Member;
import dev.inlet.deliveries.Attempt;
import dev.inlet.deliveries.AttemptTimes;
import dev.inlet.deliveries.DeliveryId;
import dev.inlet.deliveries.DeliveryJournal;
import dev.inlet.deliveries.JournalException;
import dev.inlet.deliveries.Receipt;
import dev.inlet.deliveries.StoredPayload;
import dev.inlet.deliveries.terms.Terms;
import dev.inlet.platform.time.Deadline;
import dev.inlet.webhooks.WebhookId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How many deliveries the journal takes in a second, each begun and finished durably, without HTTP
 * or iMIS in between. The two databases take turns, because the machine is not the same from minute
 * to minute.
 */
record InsertRate(Size size, Population population) {

  private static final int WRITERS = 64;

  void measure(Node empty, Node full, Report report) throws IOException, InterruptedException {
    round(empty);
    round(full);
    List<Double> ofEmpty = new ArrayList<>();
    List<Double> ofFull = new ArrayList<>();
    for (int i = 0; i < size.rounds(); i++) {
      ofEmpty.add(round(empty));
      ofFull.add(round(full));
    }
    report.section(
        "Writing deliveries, " + WRITERS + " at once",
        "| Database | deliveries/s, round by round | median |\n|---|---|--:|\n");
    report.line("| empty at first | %s | %.0f |".formatted(rounded(ofEmpty), median(ofEmpty)));
    report.line("| full | %s | %.0f |".formatted(rounded(ofFull), median(ofFull)));
    report.line("");
    report.line("Full to empty: %.2f".formatted(median(ofFull) / median(ofEmpty)));
  }

  private double round(Node node) throws IOException, InterruptedException {
    DeliveryJournal journal = node.bean(DeliveryJournal.class);
    Instant end = Instant.now().plus(size.round());
    long start = System.nanoTime();
    long written = 0;
    try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Long>> all = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        all.add(() -> write(journal, end));
      }
      for (Future<Long> one : writers.invokeAll(all)) {
        written += one.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("A delivery was not written", e.getCause());
    }
    return written / ((System.nanoTime() - start) / 1e9);
  }

  private long write(DeliveryJournal journal, Instant end) throws JournalException {
    long written = 0;
    while (Instant.now().isBefore(end)) {
      writeOne(journal, population);
      written++;
    }
    return written;
  }

  /** One delivery that succeeds at once. */
  static void writeOne(DeliveryJournal journal, Population population) throws JournalException {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    Instant now = Instant.now();
    Member member = population.any(random);
    ObjectNode payload = Forms.next(random, now);
    byte[] body = payload.toString().getBytes(StandardCharsets.UTF_8);
    Receipt receipt =
        new Receipt(
            member.organization(),
            DeliveryId.at(now),
            new WebhookId(member.webhook(random)),
            1,
            "198.51.100.7",
            Map.of("Content-Type", List.of("application/json")),
            StoredPayload.whole(body),
            new Terms(member.organization()).of(body, payload),
            Duration.ofNanos(300_000),
            now.plusSeconds(10));
    Deadline deadline = Deadline.in(Duration.ofSeconds(10));
    journal.begin(receipt, deadline);
    ActionResult result =
        ActionResult.succeeded(
            Long.toString(random.nextLong(100_000_000)),
            new ActionResult.Exchange("{\"EntityTypeName\":\"Activity\"}", 201, "{}"));
    AttemptTimes times = new AttemptTimes(null, Duration.ZERO, Duration.ZERO, Duration.ofMillis(1));
    Attempt attempt = new Attempt(1, 1, null, result, times, now, Instant.now());
    journal.finish(receipt.key(), attempt, 200, deadline);
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static String rounded(List<Double> values) {
    return String.join(", ", values.stream().map("%.0f"::formatted).toList());
  }
}
