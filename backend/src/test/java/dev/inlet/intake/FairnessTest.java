package dev.inlet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Await;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a flood on one webhook does to another one of the same connection. */
class FairnessTest {

  private static final int FLOOD = 40;

  @Test
  void letsNoWebhookWaitForAllThatAnotherOneReceived() throws Exception {
    try (Simulator simulator = Simulator.start();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Tenant tenant = Tenant.in(TestInlet.shared());
      tenant.put(
          "/connection",
          Tenant.connection(simulator.baseUrl().toString()).put("concurrentCallsMax", 1));
      JsonNode flooded = tenant.createWebhook(Definitions.sample().put("deadlineSeconds", 30));
      JsonNode calm = tenant.createWebhook(Definitions.sample().put("deadlineSeconds", 30));
      simulator.set(s -> s.withFault(Fault.delay(Part.INSERT, Duration.ofMillis(100))));
      List<Future<HttpResponse<String>>> flood =
          Stream.generate(
                  () -> threads.submit(() -> tenant.deliver(flooded, Definitions.SAMPLE_PAYLOAD)))
              .limit(FLOOD)
              .toList();
      Await.until(() -> !simulator.activities().isEmpty());

      HttpResponse<String> answer = tenant.deliver(calm, Definitions.SAMPLE_PAYLOAD);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(flood.stream().filter(one -> !one.isDone()).count()).isGreaterThan(FLOOD / 4);
      simulator.set(s -> s.withFaults(List.of()));
      for (Future<HttpResponse<String>> one : flood) {
        assertThat(one.get().statusCode()).isEqualTo(200);
      }
    }
  }
}
