package dev.inlet.benchmarks.faults;

import dev.inlet.benchmarks.Postgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A node of Inlet in a process of its own, as in production, always on the same port. */
final class NodeProcess implements AutoCloseable {

  private static final Duration START_MAX = Duration.ofSeconds(90);
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();

  private final int port = freePort();
  private final Link database;
  private final Path log;
  private Process process;

  NodeProcess(Link database, Path log) throws IOException {
    this.database = database;
    this.log = log;
    this.process = begin();
  }

  URI url() {
    return URI.create("http://localhost:" + port);
  }

  /** Nothing of it is left, at whatever instant that is. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Asks it to end, as a supervisor does, and waits until it has. */
  void end() {
    process.destroy();
    process.onExit().join();
  }

  void start() throws IOException {
    process = begin();
  }

  /** Waits until it says that it is ready. */
  void await() throws InterruptedException {
    Instant latest = Instant.now().plus(START_MAX);
    while (!isReady()) {
      if (!process.isAlive() || Instant.now().isAfter(latest)) {
        throw new IllegalStateException("A node does not start; it says why in " + log);
      }
      Thread.sleep(50);
    }
  }

  /** Whether it says that it takes deliveries. */
  boolean isReady() throws InterruptedException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(url().resolve("/health/readiness"))
              .timeout(Duration.ofSeconds(2))
              .build();
      return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private Process begin() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:TieredStopAtLevel=1", // it lives for seconds
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.inlet.Application"));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder
        .environment()
        .putAll(
            Map.of(
                "INLET_PORT",
                Integer.toString(port),
                "INLET_DATABASE_URL",
                "jdbc:postgresql://localhost:%d/%s".formatted(database.port(), Faults.DATABASE),
                "INLET_DATABASE_USER",
                Postgres.OWNER,
                "INLET_DATABASE_PASSWORD",
                Postgres.PASSWORD,
                "INLET_SECRET_KEY",
                Faults.SECRET_KEY,
                "INLET_TOKEN_KEY",
                Faults.TOKEN_KEY,
                "INLET_OUTBOUND_ALLOWED_NETWORKS",
                "127.0.0.0/8,::1/128",
                "INLET_SHUTDOWN_NOTICE",
                "1s"));
    return builder.start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    kill();
  }
}
