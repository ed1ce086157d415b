package dev.inlet.testing;

import dev.inlet.Application;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One more node on the database of an Inlet, in a process of its own, which can be killed. */
public final class NodeProcess implements AutoCloseable {

  private static final Path LOG = Path.of("target", "node-process.log");

  private final Process process;
  private final int port;

  private NodeProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts it, and waits until it listens.
   *
   * @param environment what it is told beside what it has to be
   */
  public static NodeProcess beside(TestInlet inlet, Map<String, String> environment)
      throws IOException {
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED", // or the JVM itself warns, in words of its own
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            Application.class.getName());
    Map<String, String> all = new HashMap<>();
    all.put("INLET_PORT", String.valueOf(port));
    all.put("INLET_DATABASE_URL", inlet.database().url());
    all.put("INLET_DATABASE_USER", inlet.database().user());
    all.put("INLET_DATABASE_PASSWORD", inlet.database().password());
    all.put("INLET_SECRET_KEY", TestInlet.SECRET_KEY);
    all.put("INLET_TOKEN_KEY", TestInlet.TOKEN_KEY);
    all.put("INLET_OUTBOUND_ALLOWED_NETWORKS", "127.0.0.0/8");
    all.putAll(environment);
    builder.environment().putAll(all);
    NodeProcess node =
        new NodeProcess(
            builder.redirectErrorStream(true).redirectOutput(LOG.toFile()).start(), port);
    Await.until(() -> node.status("/health") == 200);
    return node;
  }

  /** What it answers to a GET; 0 if it does not. */
  public int status(String path) {
    try {
      return Tenant.send(HttpRequest.newBuilder(resolve(path))).statusCode();
    } catch (IllegalStateException e) {
      return 0;
    }
  }

  /** A GET to it. */
  public HttpRequest.Builder get(String path) {
    return HttpRequest.newBuilder(resolve(path));
  }

  /** What it wrote into its log so far, line by line. */
  public List<String> log() {
    try {
      String text = Files.readString(LOG);
      return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A delivery to it. */
  public HttpRequest.Builder delivery(String hookPath, String body) {
    return HttpRequest.newBuilder(resolve(hookPath)).POST(BodyPublishers.ofString(body));
  }

  /** Asks it to end, as a supervisor does. */
  public void end() {
    process.destroy();
  }

  /** Whether it has loaded a native library that is called so; on Linux. */
  public boolean hasLoaded(String library) throws IOException {
    return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "maps"))
        .contains(library);
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Kills it, at whatever it does. */
  @Override
  public void close() {
    process.destroyForcibly();
  }

  private URI resolve(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
