package dev.inlet.standalone;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Has an installed Inlet take deliveries once, so that the JDK writes down what it loaded, linked
 * and learnt (JEP 514 and 515). With that beside it, a node starts in a fraction of the time.
 *
 * <p>The installation is run as it will be, by its own script and with the Java of {@code
 * JAVA_HOME}: the JDK uses what it wrote down only with the same class path and the same Java.
 */
public final class Training implements AutoCloseable {

  private static final int DELIVERIES = 2_000;
  private static final Duration READY_WITHIN = Duration.ofMinutes(2);
  private static final Duration ENDED_WITHIN = Duration.ofMinutes(5);
  private static final List<String> BODIES =
      List.of(
          "{\"firstName\":\"Homer\",\"lastName\":\"Simpson\",\"date\":\"2021-05-26\",\"dateTime\":\"2021-05-26T14:30:00Z\"}",
          "{\"firstName\":1}",
          "not JSON");
  private static final List<String> PAGES =
      List.of("/", "/sign-in", "/health/liveness", "/health/readiness", "/api/me");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process node;
  private final URI url;

  private Training(Process node, URI url) {
    this.node = node;
    this.url = url;
  }

  /**
   * Writes {@code inlet.aot} into an installation.
   *
   * @param args where it is installed
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path installation = Path.of(args[0]).toAbsolutePath();
    Path cache = installation.resolve("inlet.aot");
    Settings settings =
        new Settings(Files.createTempDirectory("inlet-training"), freePort(), freePort());
    try (Standalone trial = Standalone.start(settings);
        Training training = start(installation, settings, cache)) {
      training.run(URI.create(trial.demoUrl().orElseThrow()).getPath());
    }
    if (!Files.exists(cache)) {
      throw new StartException("The JDK wrote no cache: see the messages above.");
    }
  }

  private static Training start(Path installation, Settings settings, Path cache)
      throws IOException {
    int port = freePort();
    Keys keys = Keys.known(settings.dataDirectory());
    ProcessBuilder builder =
        new ProcessBuilder(installation.resolve("bin").resolve("inlet").toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT);
    builder
        .environment()
        .putAll(
            Map.of(
                "INLET_JAVA_OPTIONS",
                "-XX:AOTCacheOutput=" + cache,
                "INLET_PORT",
                String.valueOf(port),
                "INLET_DATABASE_URL",
                LocalPostgres.urlOfRunning(settings.dataDirectory()),
                "INLET_DATABASE_USER",
                LocalPostgres.USER,
                "INLET_DATABASE_PASSWORD",
                LocalPostgres.PASSWORD,
                "INLET_SECRET_KEY",
                keys.secretKey(),
                "INLET_TOKEN_KEY",
                keys.tokenKey(),
                "INLET_OUTBOUND_ALLOWED_NETWORKS",
                "127.0.0.0/8,::1/128"));
    return new Training(builder.start(), Standalone.url(port));
  }

  private void run(String hook) throws IOException, InterruptedException {
    awaitReadiness();
    for (String page : PAGES) {
      send(HttpRequest.newBuilder(url.resolve(page)).header("Accept", "text/html,*/*").build());
    }
    int succeeded = 0;
    for (int i = 0; i < DELIVERIES; i++) {
      String body = BODIES.get(i % 10 == 0 ? i / 10 % BODIES.size() : 0);
      int status =
          send(
              HttpRequest.newBuilder(url.resolve(hook))
                  .POST(BodyPublishers.ofString(body))
                  .build());
      succeeded += status == 200 ? 1 : 0;
    }
    if (succeeded < DELIVERIES * 9 / 10) {
      throw new StartException(
          "Only %d of %d deliveries succeeded: the node would learn the wrong things."
              .formatted(succeeded, DELIVERIES));
    }
  }

  private void awaitReadiness() throws InterruptedException {
    HttpRequest question = HttpRequest.newBuilder(url.resolve("/health/readiness")).build();
    long end = System.nanoTime() + READY_WITHIN.toNanos();
    while (!isReady(question)) {
      if (!node.isAlive() || System.nanoTime() > end) {
        throw new StartException("The node did not start: see the messages above.");
      }
      Thread.sleep(Duration.ofMillis(100));
    }
  }

  private boolean isReady(HttpRequest question) throws InterruptedException {
    try {
      return send(question) == 200;
    } catch (IOException e) {
      return false; // Nobody listens yet.
    }
  }

  private int send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }

  /** As it ends, the JDK writes. */
  @Override
  public void close() {
    node.destroy();
    try {
      if (!node.waitFor(ENDED_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        node.destroyForcibly();
      }
    } catch (InterruptedException e) {
      node.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
