package dev.inlet.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.platform.tenancy.Ids;
import dev.inlet.platform.tenancy.OrganizationId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A collector that takes every connection and answers nothing. */
@Timeout(30)
class StuckCollectorTest {

  /** More spans than wait for the collector at most. */
  private static final int DELIVERIES = 5_000;

  private static final Duration FOR_EVER = Duration.ofHours(1);

  private final ServerSocket collector;

  StuckCollectorTest() throws IOException {
    collector = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws IOException {
    collector.close();
  }

  @Test
  void noDeliveryWaitsForIt() {
    Traces traces = traces(FOR_EVER);

    assertThat(deliver(traces)).isEqualTo(DELIVERIES);
  }

  @Test
  void aNodeThatEndsWaitsForItOnceHoweverManySpansAreLeft() {
    Duration patience = Duration.ofSeconds(2);
    Traces traces = traces(patience);
    deliver(traces);

    long start = System.nanoTime();
    traces.close();

    // For each of the four requests that the spans would take, it would be four times as long.
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(patience.multipliedBy(3));
  }

  /** How many it worked for. */
  private static int deliver(Traces traces) {
    OrganizationId organization = new OrganizationId(Ids.next());
    int done = 0;
    while (done < DELIVERIES) {
      done += traces.of("delivery", Ids.next(), organization, Ids.next(), () -> 1);
    }
    return done;
  }

  private Traces traces(Duration patience) {
    TracesConfiguration configuration =
        new TracesConfiguration(
            "http://localhost:%d/v1/traces".formatted(collector.getLocalPort()), 1);
    TracesFactory factory = new TracesFactory(patience);
    DeliveryIds ids = factory.ids();
    return factory.traces(
        Optional.of(factory.provider(factory.exporter(configuration), ids)), ids, configuration);
  }
}
