package dev.inlet.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A node of Inlet in a process of its own, as in production, always on the same port. */
public final class NodeProcess implements AutoCloseable {

  private static final Duration START_MAX = Duration.ofMinutes(3);
  private static final int PAGE = 4096; // bytes
  private static final int LAST_LINES = 60;
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();

  private final int port = Processes.freePort();
  private final List<String> javaOptions;
  private final Map<String, String> settings;
  private final Path log;
  private Build build;
  private Process process;

  /**
   * Starts it; it is not there yet.
   *
   * @param build what it is made of
   * @param databasePort where PostgreSQL is, or what leads there
   * @param settings what differs from the node's defaults, by the name of the variable
   */
  public NodeProcess(
      Build build,
      int databasePort,
      String database,
      List<String> javaOptions,
      Map<String, String> settings,
      Path log)
      throws IOException {
    this.build = build;
    this.javaOptions = javaOptions;
    this.settings = new HashMap<>(settings);
    this.settings.put(
        "INLET_DATABASE_URL",
        "jdbc:postgresql://localhost:%d/%s".formatted(databasePort, database));
    this.log = log;
    this.process = begin();
  }

  public URI url() {
    return URI.create("http://localhost:" + port);
  }

  public long pid() {
    return process.pid();
  }

  /** How long its processors have worked for it until now. */
  public Duration worked() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** What it holds of the machine's memory now; on Linux only. */
  public long residentBytes() throws IOException {
    return bytes(1);
  }

  /** Of that, what mirrors files: its libraries, and caches that it was started with. */
  public long residentFileBytes() throws IOException {
    return bytes(2);
  }

  private long bytes(int column) throws IOException {
    String pages =
        Files.readString(Path.of("/proc/%d/statm".formatted(process.pid()))).split(" ", 4)[column];
    return Long.parseLong(pages) * PAGE;
  }

  /**
   * Whoever waits for it would wait in vain if it has ended.
   *
   * @throws IllegalStateException if it has
   */
  public void requireAlive() {
    if (!process.isAlive()) {
      throw new IllegalStateException("A node ended; it says why in " + log);
    }
  }

  /** Nothing of it is left, at whatever instant that is. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Asks it to end, as a supervisor does, and waits until it has. */
  public void end() {
    process.destroy();
    process.onExit().join();
  }

  public void start() throws IOException {
    process = begin();
  }

  /** What it is made of from the next start on; tells whether that is something else. */
  public boolean become(Build other) {
    boolean isAnother = !build.equals(other);
    build = other;
    return isAnother;
  }

  /** What else stands in its environment from the next start on. */
  public void liveIn(Map<String, String> variables) {
    settings.putAll(variables);
  }

  /** Waits until it says that it is ready. */
  public void await() throws InterruptedException {
    Processes.await(process, this::isReady, START_MAX, log);
  }

  /** The end of its log. */
  public String lastLines() throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
  }

  /** Whether it says that it takes deliveries. */
  public boolean isReady() throws InterruptedException {
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
        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(javaOptions);
    command.addAll(List.of("-cp", build.classPath(), "dev.inlet.Application"));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder
        .environment()
        .putAll(
            Map.of(
                "INLET_PORT",
                Integer.toString(port),
                "INLET_DATABASE_USER",
                Postgres.OWNER,
                "INLET_DATABASE_PASSWORD",
                Postgres.PASSWORD,
                "INLET_SECRET_KEY",
                Node.SECRET_KEY,
                "INLET_TOKEN_KEY",
                Node.TOKEN_KEY,
                "INLET_OUTBOUND_ALLOWED_NETWORKS",
                Node.ALLOWED_NETWORKS));
    builder.environment().putAll(settings);
    return builder.start();
  }

  @Override
  public void close() {
    kill();
  }
}
