package dev.inlet.benchmarks.load;

import dev.inlet.benchmarks.Imis;
import dev.inlet.benchmarks.Processes;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Inlet inserts into: a simulated iMIS in a process of its own, or one that was given. */
final class Upstream implements AutoCloseable {

  private static final Duration START_MAX = Duration.ofSeconds(60);
  private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Imis imis;
  private final Optional<Process> process;

  private Upstream(Imis imis, Optional<Process> process) {
    this.imis = imis;
    this.process = process;
  }

  /**
   * Starts a simulated one.
   *
   * @param name of its log
   */
  static Upstream start(Path home, String name) throws IOException, InterruptedException {
    int port = Processes.freePort();
    ProcessBuilder builder =
        Processes.java(
            List.of("-Xmx1g"),
            "dev.imissimulator.SimulatorApplication",
            home.resolve(name + ".log"));
    builder.environment().put("IMIS_SIMULATOR_PORT", Integer.toString(port));
    Process process = builder.start();
    Upstream upstream = new Upstream(Imis.simulated(port), Optional.of(process));
    Processes.await(process, upstream::answers, START_MAX, home);
    // Kept requests would fill its memory and slow it down.
    upstream.set("{\"requestsKept\":0,\"rowsKept\":1000}");
    return upstream;
  }

  /** One that is there, and is called without TLS. */
  static Upstream given(Imis imis) {
    if (!"http".equals(imis.baseUrl().getScheme())) {
      throw new IllegalArgumentException("upstream is an http:// URL: TLS is not measured");
    }
    return new Upstream(imis, Optional.empty());
  }

  Imis imis() {
    return imis;
  }

  /** How long its processors have worked for it until now; nothing is known of a given one. */
  Duration worked() {
    return process.flatMap(own -> own.info().totalCpuDuration()).orElse(Duration.ZERO);
  }

  /**
   * Changes switches of a simulated one.
   *
   * @param switches as JSON
   */
  void set(String switches) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url("/simulator/switches"))
            .method("PATCH", BodyPublishers.ofString(switches))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("The simulator does not take switches: " + answer.body());
    }
  }

  /** An insertion, to be sent by way of another server. */
  List<Post> insertions(URI by, String entity) throws IOException, InterruptedException {
    Map<String, String> headers =
        Map.of("Authorization", "Bearer " + token(), "Accept", "application/json");
    return List.of(
        Post.of(by.resolve(imis.baseUrl().getPath() + "/api/Activity"), headers, entity));
  }

  private boolean answers() throws InterruptedException {
    try {
      return !token().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private String token() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url("/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(signIn()))
            .build();
    Matcher answer = TOKEN.matcher(http.send(request, BodyHandlers.ofString()).body());
    return answer.find() ? answer.group(1) : "";
  }

  private String signIn() {
    return "grant_type=password&username=%s&password=%s"
        .formatted(
            URLEncoder.encode(imis.username(), StandardCharsets.UTF_8),
            URLEncoder.encode(imis.password(), StandardCharsets.UTF_8));
  }

  private URI url(String path) {
    return URI.create(imis.baseUrl() + path);
  }

  @Override
  public void close() {
    process.ifPresent(own -> own.destroyForcibly().onExit().join());
  }
}
