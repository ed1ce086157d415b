package dev.inlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.inlet.testing.TestInlet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the container brings with it, tried without one. */
class ContainerTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern VARIABLE = Pattern.compile("`(INLET_[A-Z_]+)`");

  /** Those that are the container's own affair. */
  private static final Set<String> NOT_PASSED_ON =
      Set.of(
          "INLET_PORT", // always 8080 within
          "INLET_DATABASE_PASSWORD"); // a file

  @TempDir private Path folder;

  @Test
  void takesEachSettingThatThereIs() throws IOException {
    String compose = Files.readString(ROOT.resolve("docker-compose.yml"));
    Set<String> passedOn =
        Pattern.compile("^ {6}(INLET_[A-Z_]+):", Pattern.MULTILINE)
            .matcher(compose)
            .results()
            .map(found -> found.group(1).replaceFirst("_FILE$", ""))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(passedOn).containsAll(documentedSettings());
  }

  private static Set<String> documentedSettings() throws IOException {
    try (Stream<String> lines = Files.lines(ROOT.resolve("docs/configuration.md"))) {
      Set<String> settings =
          lines
              .filter(line -> line.startsWith("| `INLET_"))
              .map(line -> line.substring(0, line.indexOf('|', 1)))
              .flatMap(cell -> VARIABLE.matcher(cell).results())
              .map(found -> found.group(1))
              .collect(Collectors.toCollection(TreeSet::new));
      settings.removeAll(NOT_PASSED_ON);
      assertThat(settings).hasSizeGreaterThan(20);
      return settings;
    }
  }

  @Test
  void makesSecretsOnceAndLeavesThemAlone() throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("keys"));
    Files.createDirectories(folder.resolve("database"));
    Files.createDirectories(folder.resolve("superuser"));

    assertThat(run(Map.of(), "deploy/make-secrets", folder.toString())).isZero();
    Map<String, String> made = secrets();
    assertThat(run(Map.of(), "deploy/make-secrets", folder.toString())).isZero();

    assertThat(secrets()).isEqualTo(made);
    assertThat(made).hasSize(4);
    assertThat(Set.copyOf(made.values())).as("each another").hasSize(4);
    assertThat(Files.getPosixFilePermissions(folder.resolve("keys").resolve("secret-key")))
        .hasSize(1);
  }

  private Map<String, String> secrets() throws IOException {
    Map<String, String> secrets = new HashMap<>();
    for (String name :
        List.of("keys/secret-key", "keys/token-key", "database/password", "superuser/password")) {
      secrets.put(name, Files.readString(folder.resolve(name)));
    }
    return secrets;
  }

  @Test
  void isHealthyWhereANodeIsReady() throws IOException, InterruptedException {
    assertThat(healthy(TestInlet.shared().port())).isZero();
  }

  @Test
  void isNotHealthyWhereANodeLeaves() throws IOException, InterruptedException {
    HttpServer leaving =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    leaving.createContext(
        "/health/readiness",
        exchange -> {
          exchange.sendResponseHeaders(503, -1);
          exchange.close();
        });
    leaving.start();
    try {
      assertThat(healthy(leaving.getAddress().getPort())).isNotZero();
    } finally {
      leaving.stop(0);
    }
  }

  @Test
  void isNotHealthyWhereNobodyListens() throws IOException, InterruptedException {
    assertThat(healthy(1)).isNotZero();
  }

  private static int healthy(int port) throws IOException, InterruptedException {
    return run(Map.of("INLET_PORT", String.valueOf(port)), "deploy/healthy");
  }

  private static int run(Map<String, String> environment, String script, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        Stream.concat(Stream.of(ROOT.resolve(script).toString()), Stream.of(arguments)).toList();
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    System.out.println(said);
    return status;
  }
}
