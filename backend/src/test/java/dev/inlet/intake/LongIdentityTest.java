package dev.inlet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An iMIS of a tenant's own making may say of a record whatever it likes. */
class LongIdentityTest {

  private static final int DELIVERIES = 60;

  @Test
  void failsNoDeliveryOfAnybody() throws Exception {
    HttpServer hostile = hostileImis();
    try (Simulator simulator = Simulator.start();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Tenant tenant = Tenant.connected(TestInlet.shared(), simulator);
      JsonNode webhook = tenant.createWebhook(Definitions.sample());
      Tenant other =
          Tenant.in(TestInlet.shared())
              .connect("http://127.0.0.1:" + hostile.getAddress().getPort());
      JsonNode others = other.createWebhook(Definitions.sample());

      List<Future<HttpResponse<String>>> answers =
          Stream.iterate(0, i -> i + 1)
              .limit(DELIVERIES)
              .map(
                  i ->
                      threads.submit(
                          () ->
                              i % 2 == 0
                                  ? tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD)
                                  : other.deliver(others, Definitions.SAMPLE_PAYLOAD)))
              .toList();

      for (Future<HttpResponse<String>> answer : answers) {
        assertThat(answer.get().statusCode()).as(answer.get().body()).isEqualTo(200);
      }
      assertThat(other.delivery(answers.getLast().get()).get("recordId").isNull())
          .as("not known")
          .isTrue();
    } finally {
      hostile.stop(0);
    }
  }

  private static HttpServer hostileImis() throws IOException {
    byte[] random = new byte[7_500];
    new SecureRandom().nextBytes(random);
    String entity =
        "{\"Identity\":{\"IdentityElements\":{\"$values\":[\"%s\"]}},\"Properties\":{\"$values\":[]}}"
            .formatted(Base64.getEncoder().encodeToString(random));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/token",
        exchange ->
            answer(
                exchange,
                200,
                "{\"access_token\":\"t\",\"token_type\":\"bearer\",\"expires_in\":1199}"));
    server.createContext("/api", exchange -> answer(exchange, 201, entity));
    server.start();
    return server;
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
