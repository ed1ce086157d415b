package dev.inlet.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inlet.testing.Await;
import dev.inlet.testing.RawHttp;
import dev.inlet.testing.TestInlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What strangers do who take connections and give nothing. */
class ConnectionLimitsTest {

  private static final int MAX = 5;
  private static final String HEALTH = "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n";
  private static final TestInlet INLET =
      TestInlet.start(
          Map.of(
              "inlet.connections.max", MAX,
              "inlet.connections.head-seconds", 1,
              "inlet.connections.request-seconds", 1));

  @AfterAll
  static void stop() {
    INLET.close();
  }

  @Test
  void closesAConnectionThatIsOneTooManyUntilAnotherOneEnds() throws IOException {
    List<Socket> open = new ArrayList<>();
    try (Socket first = socket()) {
      assertThat(isHealthy(first)).isTrue();
      for (int i = 1; i < MAX; i++) {
        Socket socket = socket();
        open.add(socket);
        assertThat(isHealthy(socket)).isTrue();
      }
      try (Socket tooMany = socket()) {
        assertThat(isHealthy(tooMany)).isFalse();
      }
    } finally {
      for (Socket socket : open) {
        socket.close();
      }
    }
    Await.until(ConnectionLimitsTest::takesAnotherOne);
  }

  @Test
  void closesAConnectionOnWhichNothingComes() throws IOException {
    try (Socket socket = socket()) {
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void closesAConnectionWhoseHeadTrickles() {
    assertThatThrownBy(
            () ->
                RawHttp.trickle(
                    INLET.port(), bytes("GET /health HTTP/1.1\r\n"), bytes("X-More: x\r\n")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void closesAConnectionWhoseSecondHeadTrickles() throws IOException {
    try (Socket socket = socket()) {
      assertThat(isHealthy(socket)).isTrue();
      assertThat(isHealthy(socket)).isTrue();

      Await.until(() -> isClosedAfter(socket, "G"));
    }
  }

  @Test
  void closesAConnectionWhoseBodyTricklesIntoTheApi() {
    String login =
        "POST /api/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n";

    assertThatThrownBy(() -> RawHttp.trickle(INLET.port(), bytes(login), bytes("1\r\n \r\n")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void leavesAConnectionOpenThatRestsBetweenRequests() throws IOException {
    try (Socket socket = socket();
        Socket trickling = socket()) {
      assertThat(isHealthy(socket)).isTrue();
      Await.until(() -> isClosedAfter(trickling, "G")); // as long as a head may take

      assertThat(isHealthy(socket)).isTrue();
    }
  }

  private static Socket socket() throws IOException {
    Socket socket = new Socket("localhost", INLET.port());
    socket.setSoTimeout(20_000);
    return socket;
  }

  private static boolean takesAnotherOne() {
    try (Socket socket = socket()) {
      return isHealthy(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isHealthy(Socket socket) {
    try {
      socket.getOutputStream().write(bytes(HEALTH));
      return RawHttp.read(socket.getInputStream()).status() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isClosedAfter(Socket socket, String more) {
    try {
      socket.getOutputStream().write(bytes(more));
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
