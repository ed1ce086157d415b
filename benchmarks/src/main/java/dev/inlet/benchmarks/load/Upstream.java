package dev.inlet.benchmarks.load;

import dev.inlet.benchmarks.Processes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The simulated iMIS, in a process of its own. */
final class Upstream implements AutoCloseable {

  private static final Duration START_MAX = Duration.ofSeconds(60);
  private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

  private static final String SIGN_IN =
      "grant_type=password&username=demo&password=demo%26100%25%3Dok";

  /** The record that Inlet inserts for the sample payload. */
  private static final String RECORD =
      """
      {"$type":"Asi.Soa.Core.DataContracts.GenericEntityData, Asi.Contracts","EntityTypeName":"Activity",\
      "Properties":{"$type":"Asi.Soa.Core.DataContracts.GenericPropertyDataCollection, Asi.Contracts","$values":[\
      {"$type":"Asi.Soa.Core.DataContracts.GenericPropertyData, Asi.Contracts","Name":"ACTIVITY_TYPE","Value":"TEST"},\
      {"$type":"Asi.Soa.Core.DataContracts.GenericPropertyData, Asi.Contracts","Name":"PartyId","Value":"101"},\
      {"$type":"Asi.Soa.Core.DataContracts.GenericPropertyData, Asi.Contracts","Name":"NOTE","Value":"Homer Simpson"}]}}""";

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private final Process process;

  private Upstream(int port, Process process) {
    this.port = port;
    this.process = process;
  }

  static Upstream start(Path home) throws IOException, InterruptedException {
    int port = Processes.freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.imissimulator.SimulatorApplication")
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("upstream.log").toFile());
    builder.environment().putAll(Map.of("IMIS_SIMULATOR_PORT", Integer.toString(port)));
    Upstream upstream = new Upstream(port, builder.start());
    Processes.await(upstream.process, upstream::answers, START_MAX, home);
    upstream.keepNothing();
    return upstream;
  }

  private boolean answers() throws InterruptedException {
    try {
      return !token().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  int port() {
    return port;
  }

  /** How long its processors have worked for it until now. */
  Duration worked() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Keeps no requests: they would fill its memory and slow it down. */
  private void keepNothing() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url("/simulator/switches"))
            .method("PATCH", BodyPublishers.ofString("{\"requestsKept\":0,\"rowsKept\":1000}"))
            .build();
    http.send(request, BodyHandlers.discarding());
  }

  /** The insertion that Inlet makes of the sample payload, to be sent by way of another port. */
  List<Post> insertions(int by) throws IOException, InterruptedException {
    Map<String, String> headers =
        Map.of("Authorization", "Bearer " + token(), "Accept", "application/json");
    return List.of(Post.of(by, "/api/Activity", headers, RECORD));
  }

  private String token() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url("/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(SIGN_IN))
            .build();
    Matcher answer = TOKEN.matcher(http.send(request, BodyHandlers.ofString()).body());
    return answer.find() ? answer.group(1) : "";
  }

  private URI url(String path) {
    return URI.create("http://localhost:%d%s".formatted(port, path));
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
