package dev.inlet.benchmarks.neighbours;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Sends so many a second, however long the answers take. The time of each counts from when it was
 * due: waiting for an earlier one, or for a processor, is not left out.
 */
final class Sender implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** One of its own, so that nobody's answers wait for anybody else's here. */
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final URI url;
  private final long nanosBetween;
  private final AtomicInteger number = new AtomicInteger();
  private final AtomicInteger underWay = new AtomicInteger();
  private volatile boolean isOver = true;
  private Tally tally = new Tally();
  private @Nullable Thread thread;

  Sender(URI url, int perSecond) {
    this.url = url;
    this.nanosBetween = Duration.ofSeconds(1).toNanos() / perSecond;
  }

  void begin() {
    tally = new Tally();
    isOver = false;
    thread = Thread.ofPlatform().daemon().start(this::send);
  }

  /** Sends no more. */
  void stop() {
    isOver = true;
  }

  /** Waits for the answers that are still to come. */
  Tally end() throws InterruptedException {
    stop();
    if (thread != null) {
      thread.join();
    }
    while (underWay.get() > 0) {
      Thread.sleep(5);
    }
    return tally;
  }

  private void send() {
    long due = System.nanoTime();
    while (!isOver) {
      long early = due - System.nanoTime();
      if (early > 0) {
        LockSupport.parkNanos(early);
      } else {
        send(due);
        due += nanosBetween;
      }
    }
  }

  private void send(long due) {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(PATIENCE)
            .POST(BodyPublishers.ofString("{\"number\":%d}".formatted(number.incrementAndGet())))
            .build();
    underWay.incrementAndGet();
    CompletableFuture<?> _ =
        http.sendAsync(request, BodyHandlers.discarding())
            .whenComplete((answer, failure) -> answered(due, answer));
  }

  private void answered(long due, @Nullable HttpResponse<?> answer) {
    tally.add(answer == null ? 0 : answer.statusCode(), Duration.ofNanos(System.nanoTime() - due));
    underWay.decrementAndGet();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
