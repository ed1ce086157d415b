package dev.inlet.benchmarks.load;

import dev.inlet.benchmarks.Processes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A web server as a node's is that only answers, in a process of its own. */
final class Bare implements AutoCloseable {

  private static final Duration START_MAX = Duration.ofSeconds(60);

  private final Process process;
  private final int port;

  private Bare(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts it.
   *
   * @param javaOptions the node's, too
   */
  static Bare start(Path home, List<String> javaOptions) throws IOException, InterruptedException {
    int port = Processes.freePort();
    ProcessBuilder builder =
        Processes.java(javaOptions, "dev.bareendpoint.BareEndpoint", home.resolve("bare.log"));
    List<String> command = new ArrayList<>(builder.command());
    command.add(Integer.toString(port));
    Process process = builder.command(command).start();
    Processes.await(process, () -> Processes.listens(port), START_MAX, home);
    return new Bare(process, port);
  }

  List<Post> posts(String body) {
    return List.of(
        Post.of(URI.create("http://localhost:%d/hooks/bare".formatted(port)), Map.of(), body));
  }

  /** How long its processors have worked for it until now. */
  Duration worked() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
