package dev.inlet.platform.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.inlet.platform.ConfigurationException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Hands out what is counted, at a port of its own that strangers and tenants cannot reach. Not a
 * part of the server that deliveries come to: it answers while that one cannot, and no route of
 * that one can ever expose it.
 */
@Context
@Requires(beans = ManagementConfiguration.class)
@Requires(missingProperty = "inlet.is-command") // which is gone before anybody asks
public final class ManagementServer {

  private static final int THREADS = 4;
  private static final String SECONDS_MAX = "10";
  private static final String METRICS = "/metrics";
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry;
  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(THREADS, Thread.ofPlatform().daemon().factory());

  ManagementServer(ManagementConfiguration configuration, MeterRegistry registry) {
    this.registry = (PrometheusMeterRegistry) registry;
    boundRequests();
    InetSocketAddress address =
        new InetSocketAddress(configuration.address(), configuration.port());
    try {
      this.server = HttpServer.create(address, 0);
    } catch (IOException e) {
      throw new ConfigurationException(
          "Nothing can listen at INLET_MANAGEMENT_ADDRESS %s, INLET_MANAGEMENT_PORT %d: %s"
              .formatted(configuration.address(), configuration.port(), e.getMessage()),
          e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** The JDK's server waits for ever unless it is told so before its first use. */
  private static void boundRequests() {
    for (String time : List.of("maxReqTime", "maxRspTime")) {
      System.getProperties().putIfAbsent("sun.net.httpserver." + time, SECONDS_MAX);
    }
  }

  /** Where it listens. */
  public int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestURI().getPath().equals(METRICS)) {
        exchange.sendResponseHeaders(404, -1);
      } else if (!exchange.getRequestMethod().equals("GET")) {
        exchange.sendResponseHeaders(405, -1);
      } else {
        byte[] text = registry.scrape().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", TEXT);
        exchange.sendResponseHeaders(200, text.length);
        exchange.getResponseBody().write(text);
      }
    }
  }

  @PreDestroy
  void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
