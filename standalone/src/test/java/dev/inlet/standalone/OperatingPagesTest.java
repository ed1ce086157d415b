package dev.inlet.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.standalone.Shell.Outcome;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Follows the pages for those who run Inlet, on what was built as they run it. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OperatingPagesTest {

  private static final Duration START_MAX = Duration.ofMinutes(5);
  private static final String KEY = "/run/inlet/keys/secret-key";
  private static final String CURL =
      "curl() { command curl --max-time 60 --fail-with-body \"$@\"; }\n";

  /** Of the commands that this test is to run, those that it did. */
  private static final Set<String> RUN = ConcurrentHashMap.newKeySet();

  @TempDir private Path folder;

  @AfterAll
  static void nothingIsLeft() throws IOException {
    assertThat(Account.runBy(OperatingPagesTest.class).map(command -> uncommented(command.text())))
        .isNotEmpty()
        .isSubsetOf(RUN);
  }

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

    Process trial = begin(shell, one("\\./run$"));
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

    Process simulator = begin(shell, one("java "));
    try {
      untilItSays(simulator, "iMIS simulator at");
      said(shell.run("set -eu\n" + CURL + requests));
    } finally {
      simulator.destroy();
      simulator.waitFor();
    }
  }

  /** Starts what goes on; what it says goes into a file, so that it never waits for a reader. */
  private Process begin(Shell shell, String command) throws IOException {
    return shell
        .builder("sh", "-c", "exec " + command)
        .redirectOutput(folder.resolve("said").toFile())
        .start();
  }

  /** The lines that it said until then. */
  private List<String> untilItSays(Process process, String last)
      throws IOException, InterruptedException {
    List<String> said = List.of();
    long latest = System.nanoTime() + START_MAX.toNanos();
    while (said.stream().noneMatch(line -> line.startsWith(last))) {
      boolean hasEnded = process.waitFor(50, TimeUnit.MILLISECONDS);
      said = Files.readAllLines(folder.resolve("said"));
      assertThat(hasEnded || System.nanoTime() > latest).as("It said: %s", said).isFalse();
    }
    return said;
  }

  private static String said(Outcome outcome) {
    assertThat(outcome.status()).as(outcome.said()).isZero();
    return outcome.said();
  }

  private static String one(String beginning) throws IOException {
    return assertThat(several(beginning)).singleElement().actual();
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
    commands.forEach(command -> RUN.add(uncommented(command)));
    return commands;
  }

  private static String uncommented(String command) {
    return command.replaceFirst("\\s+#.*$", "");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
