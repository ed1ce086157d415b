package dev.inlet.benchmarks.faults;

import dev.inlet.benchmarks.faults.Sent.Answer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Callers that send all the time: every other one with a key, who sends again until it is done, as
 * senders of events do; the others once, whatever they are told. One more sends what is to be done
 * in order, each after the one before was acknowledged. Where a node takes no connection they go to
 * the next one, as a load balancer would for them.
 */
final class Load {

  private static final int CALLERS = 12;
  private static final int TIMES_MAX = 40;
  private static final Duration PAUSE = Duration.ofMillis(40);
  private static final Duration PAUSE_IN_ORDER = Duration.ofMillis(150);
  private static final Duration BEFORE_AGAIN = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Balancer balancer;
  private final List<String> paths;
  private final AtomicLong number = new AtomicLong();
  private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();
  private final Map<Integer, Instant> asking = new ConcurrentHashMap<>();
  private final List<Thread> callers = new ArrayList<>();
  private final Pulse pulse = new Pulse();
  private volatile boolean isOver;

  Load(Balancer balancer, List<String> paths) {
    this.balancer = balancer;
    this.paths = paths;
  }

  void begin() {
    for (int i = 0; i < CALLERS; i++) {
      int caller = i;
      callers.add(Thread.ofVirtual().start(() -> call(caller, PAUSE, this::next)));
    }
  }

  /** Somebody sends here, too, one after the other. */
  void beginInOrder(String path) {
    callers.add(
        Thread.ofVirtual()
            .start(
                () ->
                    call(
                        CALLERS,
                        PAUSE_IN_ORDER,
                        () -> new Next(new Sent(number.incrementAndGet(), key(), true), path))));
  }

  /** What is sent next, and where to. */
  private record Next(Sent sent, String path) {}

  private Next next() {
    long mine = number.incrementAndGet();
    return new Next(
        new Sent(mine, mine % 2 == 0 ? key() : null, false),
        paths.get((int) (mine / 2 % paths.size())));
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  /** Lets everybody come to an end, and tells what was sent. */
  List<Sent> end() throws InterruptedException {
    isOver = true;
    for (Thread caller : callers) {
      caller.join();
    }
    return List.copyOf(sent);
  }

  /** Waits until whoever asked by now has an answer, or none. */
  void awaitAnswers() throws InterruptedException {
    Instant now = Instant.now();
    while (asking.values().stream().anyMatch(at -> !at.isAfter(now))) {
      Thread.sleep(50);
    }
  }

  /** What is in iMIS and was answered so. */
  Pulse pulse() {
    return pulse;
  }

  private void call(int caller, Duration pause, Supplier<Next> nexts) {
    try (HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build()) {
      while (!isOver) {
        Next next = nexts.get();
        sent.add(next.sent());
        send(http, next.sent(), next.path(), caller);
        Thread.sleep(pause);
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
      asking.put(caller, Instant.now());
      Answer answer = post(http, one, path, caller + i);
      asking.remove(caller);
      one.answers().add(answer);
      if (answer.status() == 200) {
        pulse.beat();
      }
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
      } catch (ConnectException | HttpConnectTimeoutException e) {
        // Nothing was sent: the next node may take it.
      } catch (IOException e) {
        return new Answer(askedAt, 0, "", e.toString());
      }
    }
    return new Answer(askedAt, 0, "", "no node takes connections");
  }
}
