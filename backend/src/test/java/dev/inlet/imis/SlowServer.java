package dev.inlet.imis;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives out tokens at once, takes its time for everything else, and counts how much at once. */
final class SlowServer implements AutoCloseable {

  private static final String TOKEN = "{\"access_token\":\"t\",\"expires_in\":600}";
  private static final String ENTITY = "{\"Properties\":{}}";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger current = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Duration delay;
  private final String body;

  private SlowServer(HttpServer server, Duration delay, String body) {
    this.server = server;
    this.delay = delay;
    this.body = body;
  }

  static SlowServer start(Duration delay) throws IOException {
    return start(delay, ENTITY);
  }

  /** Always the same, at once. */
  static SlowServer answering(String body) throws IOException {
    return start(Duration.ZERO, body);
  }

  private static SlowServer start(Duration delay, String body) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 100);
    SlowServer slow = new SlowServer(server, delay, body);
    server.createContext("/token", exchange -> answer(exchange, 200, TOKEN));
    server.createContext("/api", slow::entity);
    server.setExecutor(slow.threads);
    server.start();
    return slow;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  int mostAtOnce() {
    return most.get();
  }

  private void entity(HttpExchange exchange) throws IOException {
    most.accumulateAndGet(current.incrementAndGet(), Math::max);
    try {
      boolean _ = closing.await(delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      current.decrementAndGet();
    }
    answer(exchange, 201, body);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    exchange.getRequestBody().readAllBytes();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
