package dev.inlet.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Programs of the operating system. */
public final class Processes {

  private Processes() {}

  /**
   * Runs one to its end.
   *
   * @throws IOException if it cannot be run or fails, with what it said
   */
  public static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("%s: %s".formatted(command[0], said.strip()));
    }
  }

  /** A program of the class path that this one runs from, with the same Java. */
  public static ProcessBuilder java(List<String> options, String mainClass, Path log) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
    return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
  }

  /** Whether something takes connections at a port of this machine. */
  public static boolean listens(int port) {
    try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** A port that nobody listens at. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Whether something is so by now. */
  @FunctionalInterface
  public interface Condition {
    boolean isMet() throws InterruptedException;
  }

  /**
   * Waits until one that was started does what it should.
   *
   * @param log where it says why it does not
   * @throws IllegalStateException if it ends before, or takes too long
   */
  public static void await(Process process, Condition condition, Duration longest, Path log)
      throws InterruptedException {
    Instant latest = Instant.now().plus(longest);
    while (!condition.isMet()) {
      if (!process.isAlive() || Instant.now().isAfter(latest)) {
        throw new IllegalStateException("A process does not start; it says why in " + log);
      }
      Thread.sleep(50);
    }
  }
}
