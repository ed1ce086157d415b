package dev.inlet.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.standalone.Shell.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows the pages for those who run Inlet, on what was built as they run it. */
class OperatingPagesTest {

  private static final String KEY = "/run/inlet/keys/secret-key";
  private static final String CURL = "curl() { command curl --fail-with-body \"$@\"; }\n";

  @TempDir private Path folder;

  @Test
  void aContainerDoesWhatItsPagesSay() throws Exception {
    Map<String, String> said = new HashMap<>();
    try (Container container = Container.start(folder)) {
      foundAcme(container);
      String old = Files.readString(container.file(KEY));
      String fresh = said(container.run(one("openssl rand")));

      for (String command : several("docker compose exec ")) {
        if (command.endsWith(" rotate-keys")) {
          use(container, fresh + "," + old);
          container.up();
        }
        said.put(command, said(container.run(command)));
        if (command.endsWith(" > acme.yaml")) {
          edit(container.work().resolve("acme.yaml"));
        }
      }

      use(container, fresh);
      assertThat(said(container.run(one("inlet doctor")))).doesNotContain("broken");
      assertThat(said.get("docker compose exec inlet cat " + KEY)).isEqualTo(old);
      query(container);
    }
    assertThat(said.get("docker compose exec inlet inlet version")).startsWith("Inlet ");
    assertThat(said.get("docker compose exec -T inlet inlet import acme - < acme.yaml"))
        .contains("deadlineSeconds: 10 -> 20", "1 to change.");
    assertThat(said.get("docker compose exec inlet jcmd 1 Thread.print"))
        .contains("Full thread dump");
  }

  /** As the tutorial has one found an organization, with a connection and a webhook. */
  private static void foundAcme(Container container) throws IOException, InterruptedException {
    String tutorial =
        DocumentedCommand.of(Pages.ROOT.resolve("docs/tutorial.md")).stream()
            .map(DocumentedCommand::text)
            .filter(command -> !command.equals("./run"))
            .takeWhile(command -> !command.startsWith("curl -s \"$URL\""))
            .collect(Collectors.joining("\n"));
    said(
        container.run(
            CURL
                + tutorial
                    .replace("Prairie Pharmacists", "Acme")
                    .replace("localhost:8080", "localhost:" + container.port())
                    .replace("localhost:8081", "localhost:" + container.imisPort())));
  }

  /** As the page has one write it into a file {@code .env}. */
  private static void use(Container container, String keys) {
    List<String> lines =
        Pages.blocks(Pages.ROOT.resolve("docs/operating.md")).stream()
            .map(Pages.Block::lines)
            .filter(block -> block.getFirst().startsWith("INLET_SECRET_KEY"))
            .findFirst()
            .orElseThrow();
    container.configure(
        lines.stream()
            .map(line -> line.replace("NEW,OLD", keys).split("=", 2))
            .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1])));
  }

  private static void edit(Path file) throws IOException {
    String exported = Files.readString(file);
    assertThat(exported).contains("deadlineSeconds: 10");
    Files.writeString(file, exported.replace("deadlineSeconds: 10", "deadlineSeconds: 20"));
  }

  private static void query(Container container) throws IOException, SQLException {
    try (Connection superuser = container.superuser();
        Statement statement = superuser.createStatement()) {
      for (String query : several("(SELECT|UPDATE) ")) {
        statement.execute(query);
      }
    }
  }

  @Test
  void theTrialStartsAndDoesOneThing() throws Exception {
    String make = one("\\./run create-support-user").replace("NAME", "'Sam Support'");
    Shell shell =
        new Shell(
            Pages.ROOT,
            Map.of(
                "INLET_AS_BUILT", "true",
                "INLET_DATA_DIR", folder.resolve("data").toString(),
                "INLET_PORT", String.valueOf(freePort()),
                "INLET_SIMULATOR_PORT", String.valueOf(freePort())));

    Process trial = shell.builder("sh", "-c", "exec " + one("\\./run$")).start();
    try {
      String curl =
          untilItSays(trial, "Inlet is ready").stream()
              .filter(line -> line.startsWith("curl "))
              .findFirst()
              .orElseThrow();
      assertThat(said(shell.run(curl))).contains("200", "{\"success\":true}");
      said(shell.run(one("\\./run doctor")));
      assertThat(said(shell.run(make.replace("EMAIL", "sam@inlet.example")))).contains("http://");
    } finally {
      trial.destroy();
      trial.waitFor();
    }
    assertThat(said(shell.run(make.replace("EMAIL", "kim@inlet.example"))))
        .as("while it is not running")
        .contains("http://");
  }

  @Test
  void theSimulatorDoesWhatItsPageSays() throws Exception {
    int port = freePort();
    Shell shell = new Shell(Pages.ROOT, Map.of("IMIS_SIMULATOR_PORT", String.valueOf(port)));
    String requests =
        several("B=|T=|curl ").stream()
            .collect(Collectors.joining("\n"))
            .replace("localhost:8081", "localhost:" + port);

    Process simulator = shell.builder("sh", "-c", "exec " + one("java ")).start();
    try {
      untilItSays(simulator, "iMIS simulator at");
      said(shell.run("set -eu\n" + CURL + requests));
    } finally {
      simulator.destroy();
      simulator.waitFor();
    }
  }

  /** The lines that it said until then. */
  private static List<String> untilItSays(Process process, String last) throws IOException {
    List<String> said = new ArrayList<>();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.add(line);
      if (line.startsWith(last)) {
        return said;
      }
    }
    throw new AssertionError("It ended, and said: " + said);
  }

  private static String said(Outcome outcome) {
    assertThat(outcome.status()).as(outcome.said()).isZero();
    return outcome.said();
  }

  private static String one(String beginning) throws IOException {
    return several(beginning).getFirst();
  }

  /** The commands of the pages that begin so, each once, however many pages say it. */
  private static List<String> several(String beginning) throws IOException {
    List<String> commands =
        Account.runBy(OperatingPagesTest.class)
            .map(DocumentedCommand::text)
            .filter(Pattern.compile("^(?:%s)".formatted(beginning)).asPredicate())
            .distinct()
            .toList();
    assertThat(commands).as(beginning).isNotEmpty();
    return commands;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
