package dev.inlet.benchmarks.faults;

import dev.inlet.benchmarks.faults.Sent.Answer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Callers that send all the time: every other one with a key, who sends again until it is done, as
 * senders of events do; the others once, whatever they are told. Where a node takes no connection
 * they go to the next one, as a load balancer would for them.
 */
final class Load {

  private static final int CALLERS = 12;
  private static final int TIMES_MAX = 40;
  private static final Duration PAUSE = Duration.ofMillis(40);
  private static final Duration BEFORE_AGAIN = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Balancer balancer;
  private final List<String> paths;
  private final AtomicLong number = new AtomicLong();
  private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();
  private List<Thread> callers = List.of();
  private volatile boolean isOver;

  Load(Balancer balancer, List<String> paths) {
    this.balancer = balancer;
    this.paths = paths;
  }

  void begin() {
    callers =
        IntStream.range(0, CALLERS).mapToObj(i -> Thread.ofVirtual().start(() -> call(i))).toList();
  }

  /** Lets everybody come to an end, and tells what was sent. */
  List<Sent> end() throws InterruptedException {
    isOver = true;
    for (Thread caller : callers) {
      caller.join();
    }
    return List.copyOf(sent);
  }

  /** How much was done by now. */
  long done() {
    return sent.stream().filter(Sent::isDone).count();
  }

  /** How many got no answer by now. */
  long unanswered() {
    return sent.stream().flatMap(one -> one.answers().stream()).filter(Sent.Answer::isNone).count();
  }

  private void call(int caller) {
    try (HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build()) {
      while (!isOver) {
        long mine = number.incrementAndGet();
        String path = paths.get((int) (mine / 2 % paths.size()));
        Sent one = new Sent(mine, mine % 2 == 0 ? UUID.randomUUID().toString() : null);
        sent.add(one);
        send(http, one, path, caller);
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(HttpClient http, Sent one, String path, int caller)
      throws InterruptedException {
    int timesMax = one.key() == null ? 1 : TIMES_MAX;
    for (int i = 0; i < timesMax && !one.isDone(); i++) {
      if (i > 0) {
        Thread.sleep(BEFORE_AGAIN);
      }
      Answer answer = post(http, one, path, caller + i);
      one.answers().add(answer);
    }
  }

  private Answer post(HttpClient http, Sent one, String path, int first)
      throws InterruptedException {
    Instant askedAt = Instant.now();
    for (URI node : balancer.order(first)) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(node.resolve(path))
              .timeout(PATIENCE)
              .POST(BodyPublishers.ofString("{\"number\":" + one.number() + "}"));
      if (one.key() != null) {
        request.header("Idempotency-Key", one.key());
      }
      try {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        return new Answer(
            askedAt,
            answer.statusCode(),
            answer.headers().firstValue("X-Delivery-Id").orElse(""),
            answer.body());
      } catch (ConnectException e) {
        // Nothing was sent: the next node may take it.
      } catch (IOException e) {
        return new Answer(askedAt, 0, "", e.toString());
      }
    }
    return new Answer(askedAt, 0, "", "no node takes connections");
  }
}
