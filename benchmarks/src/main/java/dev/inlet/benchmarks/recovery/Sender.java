package dev.inlet.benchmarks.recovery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends deliveries, some at once, and remembers each by its id and a word that only it has. */
final class Sender implements AutoCloseable {

  private static final int AT_ONCE = 8;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
  private final URI node;
  private final String hook;

  Sender(URI node, String hook) {
    this.node = node;
    this.hook = hook;
  }

  /**
   * One that was sent.
   *
   * @param word which its payload has
   */
  record Sent(String id, String word) {}

  /**
   * Sends so many.
   *
   * @param word what theirs begin with
   * @throws IOException if one is not answered 200
   */
  List<Sent> send(int count, String word) throws IOException, InterruptedException {
    List<Future<Sent>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String own = word + i;
      all.add(begin(own));
    }
    List<Sent> sent = new ArrayList<>();
    for (Future<Sent> each : all) {
      sent.add(end(each));
    }
    return sent;
  }

  /** Begins to send one. */
  Future<Sent> begin(String word) {
    return threads.submit(() -> new Sent(post(hook, sample(word), 200), word));
  }

  /** Waits until it was answered 200. */
  static Sent end(Future<Sent> sent) throws IOException, InterruptedException {
    try {
      return sent.get();
    } catch (ExecutionException e) {
      throw new IOException("A delivery was not done", e);
    }
  }

  /**
   * Sends whatever to whichever webhook.
   *
   * @return the delivery's id
   */
  String post(String path, String body, int status) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(node.resolve(path)).POST(BodyPublishers.ofString(body)).build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != status) {
      throw new IOException(
          "A delivery was answered %d %s".formatted(answer.statusCode(), answer.body()));
    }
    return answer.headers().firstValue("X-Delivery-Id").orElseThrow();
  }

  private static String sample(String word) {
    return "{\"firstName\":\"Homer\",\"lastName\":\"%s\",\"date\":\"2021-05-26\",\"dateTime\":\"2021-05-26T14:30:00Z\"}"
        .formatted(word);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
