package dev.inlet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Await;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a flood on one webhook does to another one, of the same connection or of a neighbour. */
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

  /** More wait than a node has places; the neighbour's came last. */
  @Test
  void letsNoNeighbourWaitForAllThatAnOrganizationHasInTheQueue() throws Exception {
    try (Simulator stalling = Simulator.start();
        Simulator quick = Simulator.start()) {
      Tenant flooding = Tenant.connected(TestInlet.shared(), stalling);
      Tenant neighbour = Tenant.connected(TestInlet.shared(), quick);
      JsonNode flooded = flooding.createWebhook(onReceipt());
      JsonNode calm = neighbour.createWebhook(onReceipt());
      stalling.set(s -> s.withFault(Fault.delay(Part.INSERT, Duration.ofSeconds(2))));
      for (int sent = 0; sent < 3 * FLOOD; sent++) {
        assertThat(flooding.deliver(flooded, Definitions.SAMPLE_PAYLOAD).statusCode())
            .isEqualTo(202);
      }

      assertThat(neighbour.deliver(calm, Definitions.SAMPLE_PAYLOAD).statusCode()).isEqualTo(202);
      Await.until(() -> !quick.activities().isEmpty());

      assertThat(untouched(flooding)).isPositive();
      stalling.set(s -> s.withFaults(List.of()));
      Await.until(() -> stalling.activities().size() == 3 * FLOOD);
    }
  }

  private static ObjectNode onReceipt() {
    return Definitions.sample().put("acknowledgement", "ON_RECEIPT").put("deadlineSeconds", 30);
  }

  private static int untouched(Tenant tenant) {
    return Sql.rowsOf(
            tenant.organization(),
            TestInlet.shared(),
            "SELECT 1 FROM deliveries WHERE outcome = 'QUEUED' AND attempts_begun = 1")
        .size();
  }
}
