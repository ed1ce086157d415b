package dev.inlet.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.imissimulator.Simulator;
import dev.inlet.platform.ConfigurationException;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Spans as they go over the wire. */
class CollectorTest {

  @Test
  void spansArriveAtTheCollectorThatIsConfigured() throws IOException {
    List<String> received = new CopyOnWriteArrayList<>();
    HttpServer collector =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/v1/traces",
        exchange -> {
          try (exchange) {
            received.add(
                exchange.getRequestHeaders().getFirst("Content-Type")
                    + new String(
                        exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
          }
        });
    collector.start();
    String endpoint = "http://localhost:%d/v1/traces".formatted(collector.getAddress().getPort());
    TestInlet inlet =
        TestInlet.start(Map.of("inlet.traces.endpoint", endpoint, "inlet.traces.share", 1));

    try (Simulator simulator = Simulator.start()) {
      Tenant tenant = Tenant.connected(inlet, simulator);
      JsonNode webhook = tenant.createWebhook(Definitions.sample());
      String delivery =
          tenant
              .deliver(webhook, Definitions.SAMPLE_PAYLOAD)
              .headers()
              .firstValue("X-Delivery-Id")
              .orElseThrow();
      inlet.bean(SdkTracerProvider.class).forceFlush().join(10, TimeUnit.SECONDS);

      assertThat(String.join("", received))
          .startsWith("application/x-protobuf")
          .contains(delivery, "journal begin", "imis call")
          .doesNotContain("Homer", "Simpson", tenant.slug(), tenant.email());
    } finally {
      inlet.close();
      collector.stop(0);
    }
  }

  @Test
  void anEndpointThatIsNoUrlAndAShareThatIsNoneAreSaidAtOnce() {
    assertThatThrownBy(
            () -> TestInlet.start(Map.of("inlet.traces.endpoint", "the collector")).close())
        .hasStackTraceContaining("INLET_TRACES_ENDPOINT is no URL of a collector");
    assertThatThrownBy(() -> TestInlet.start(Map.of("inlet.traces.share", 2)).close())
        .rootCause()
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("INLET_TRACES_SHARE");
  }
}
