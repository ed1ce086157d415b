package dev.inlet.platform.metrics;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inlet.platform.ConfigurationException;
import dev.inlet.testing.Await;
import dev.inlet.testing.RawHttp;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The operator's port, and those who ask there and are slow or stuck. */
class ManagementServerTest {

  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Duration FOR_EVER = Duration.ofHours(1);
  private static final byte[] HALF = "GET /metrics HTTP/1.1\r\nHost: loc".getBytes(US_ASCII);
  private static final byte[] WHOLE =
      "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  @Test
  void answersOneRequestOfAConnection() throws IOException {
    registry.counter("inlet.test").increment();
    int port = server(FOR_EVER);

    RawHttp.Answer answer = scrape(port);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("text/plain; version=0.0.4");
    assertThat(answer.body()).contains("inlet_test_total 1.0");
    try (Socket socket = new Socket("localhost", port)) {
      socket.getOutputStream().write(WHOLE);
      assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
          .containsIgnoringCase("connection: close");
    }
  }

  /** Of whoever takes no answer, so that the first one is still on its way at the second. */
  @Test
  void answersOnceHoweverManyRequestsComeTogether() throws IOException {
    AtomicInteger scrapes = new AtomicInteger();
    Gauge.builder("inlet.scrapes", scrapes, AtomicInteger::incrementAndGet).register(registry);
    int port = server(FOR_EVER);

    stuck(port).getOutputStream().write(new String(WHOLE, US_ASCII).repeat(30).getBytes(US_ASCII));
    Await.until(() -> scrapes.get() > 0);

    assertThat(scrape(port).status()).isEqualTo(200);
    assertThat(scrapes).hasValue(2);
  }

  @Test
  void refusesWhatIsNoReadingOfMetrics() throws IOException {
    int port = server(FOR_EVER);

    assertThat(ask(port, "GET / HTTP/1.1\r\n\r\n").status()).isEqualTo(404);
    assertThat(ask(port, "GET /%zz HTTP/1.1\r\n\r\n").status()).isEqualTo(404);
    assertThat(ask(port, "GET /metrics?name=x HTTP/1.1\r\n\r\n").status()).isEqualTo(200);
    assertThat(ask(port, "POST /metrics HTTP/1.1\r\n\r\n").status()).isEqualTo(405);
    assertThat(ask(port, "GET /metrics HTTP/1.1\r\n" + "a:" + "b".repeat(9_000)).status())
        .isEqualTo(400);
  }

  @Test
  void cutsARequestThatNeverEnds() {
    int port = server(SHORT);

    assertThatThrownBy(() -> RawHttp.exchange(port, out -> out.write(HALF)))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(SocketTimeoutException.class);
    assertThatThrownBy(() -> RawHttp.trickle(port, HALF, "a".getBytes(US_ASCII)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void cutsWhoeverSaysNothing() {
    int port = server(SHORT);

    assertThatThrownBy(() -> RawHttp.exchange(port, out -> {})).hasMessageContaining("closed");
  }

  @Test
  void cutsWhoeverDoesNotTakeTheAnswer() throws IOException {
    Socket stuck = stuck(server(SHORT));
    stuck.getOutputStream().write(WHOLE);

    Await.until(() -> isCut(stuck));
  }

  @Test
  void asManyAsWantMayBeStuck() throws IOException {
    int port = server(FOR_EVER);
    for (int i = 0; i < 300; i++) {
      Socket stuck = new Socket("localhost", port);
      open.add(stuck);
      stuck.getOutputStream().write(HALF);
    }

    assertThat(scrape(port).status()).isEqualTo(200);
    Await.until(() -> isCut((Socket) open.get(1))); // the oldest, which made room
  }

  @Test
  void saysWhereItCannotListen() {
    int taken = server(FOR_EVER);

    assertThatThrownBy(() -> server(new ManagementConfiguration(taken, "127.0.0.1"), FOR_EVER))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("INLET_MANAGEMENT_PORT " + taken)
        .hasMessageContaining("in use");
  }

  private int server(Duration patience) {
    return server(new ManagementConfiguration(0, "127.0.0.1"), patience);
  }

  private int server(ManagementConfiguration configuration, Duration patience) {
    ManagementServer server = new ManagementServer(configuration, registry, patience);
    open.add(server::close);
    return server.port();
  }

  /** One that takes no answer, of which there is more than the system takes for it. */
  private Socket stuck(int port) throws IOException {
    for (int i = 0; i < 20_000; i++) {
      registry.counter("inlet.test", "which", "%0500d".formatted(i)).increment();
    }
    Socket stuck = new Socket();
    open.add(stuck);
    stuck.setReceiveBufferSize(4_096);
    stuck.connect(new InetSocketAddress("localhost", port));
    return stuck;
  }

  private static RawHttp.Answer scrape(int port) throws IOException {
    return RawHttp.exchange(port, out -> out.write(WHOLE));
  }

  private static RawHttp.Answer ask(int port, String request) throws IOException {
    return RawHttp.exchange(port, out -> out.write(request.getBytes(US_ASCII)));
  }

  /** What is closed takes a byte once, and none any more when that was told. */
  private static boolean isCut(Socket socket) {
    try {
      socket.getOutputStream().write('a');
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
