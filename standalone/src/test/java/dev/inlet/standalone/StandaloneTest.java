package dev.inlet.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandaloneTest {

  @TempDir Path folder;

  @Test
  void startsWithADemoThatThePrintedCurlLineWorksOnAndKeepsItAcrossRestarts() throws Exception {
    Settings settings = new Settings(folder, freePort(), freePort());

    String first;
    try (Standalone standalone = Standalone.start(settings)) {
      first = standalone.demoUrl().orElseThrow();
      assertThat(shell(Standalone.curl(first))).contains("200").endsWith("{\"success\":true}");
      assertThat(page(settings.port())).contains("<div id=\"root\">");
      assertThatThrownBy(() -> Standalone.start(new Settings(folder, freePort(), freePort())))
          .isInstanceOf(StartException.class)
          .hasMessageContaining("Another Inlet uses");
    }

    Settings moved = new Settings(folder, freePort(), freePort());
    try (Standalone standalone = Standalone.start(moved)) {
      String second = standalone.demoUrl().orElseThrow();
      assertThat(URI.create(second).getPath()).isEqualTo(URI.create(first).getPath());
      assertThat(shell(Standalone.curl(second))).endsWith("{\"success\":true}");
    }
  }

  @Test
  void namesAPortThatIsTakenWithTheRemedy() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(
              () -> Standalone.start(new Settings(folder, taken.getLocalPort(), freePort())))
          .isInstanceOf(StartException.class)
          .hasMessage(
              "Port %d is taken: stop what uses it, or set INLET_PORT to another one."
                  .formatted(taken.getLocalPort()));
    }
  }

  @Test
  void readsItsSettingsFromTheEnvironment() {
    assertThat(Settings.of(Map.of("INLET_PORT", "9000", "INLET_DATA_DIR", "/x")))
        .isEqualTo(new Settings(Path.of("/x"), 9000, 8081));
    assertThatThrownBy(() -> Settings.of(Map.of("INLET_PORT", "http")))
        .hasMessage("INLET_PORT is \"http\", but must be a port from 1 to 65535.");
  }

  @Test
  void keepsItsKeysToItself() throws IOException {
    try (DataDirectory data = DataDirectory.open(folder)) {
      Keys keys = Keys.in(data);

      assertThat(Keys.in(data)).isEqualTo(keys);
      assertThat(keys.toString()).doesNotContain(keys.secretKey());
      assertThat(Files.getPosixFilePermissions(folder.resolve("keys.properties"))).hasSize(2);
    }
  }

  private static String shell(String command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder("sh", "-c", command + " 2>/dev/null").start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }

  private static String page(int port) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/o/x/webhooks"))
            .header("Accept", "text/html")
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
