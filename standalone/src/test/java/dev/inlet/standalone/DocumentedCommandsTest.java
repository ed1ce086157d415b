package dev.inlet.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.standalone.Pages.Block;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Follows the pages that are read with a shell beside them, each from its beginning, on a trial of
 * its own.
 */
class DocumentedCommandsTest {

  private static final Pattern COMMAND =
      Pattern.compile("^(curl|[A-Z_]+=\\$\\(|[A-Z_]+=localhost|for |sh ).*", Pattern.DOTALL);

  /** By what they hold, and why. */
  private static final List<String> NOT_FOLLOWED =
      List.of(
          "curl -sN ", // goes on until somebody ends it
          "/api/support/"); // support staff have an authenticator app

  /** What is refused fails, but where the page shows the status of a refusal. */
  private static final String CURL =
      """
      curl() {
        case "$*" in
          *http_code*) command curl --max-time 60 "$@" ;;
          *) command curl --max-time 60 --fail-with-body "$@" ;;
        esac
      }
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"docs/management-api.md", "docs/tutorial.md"})
  void doWhatTheirPageSays(String page) throws IOException, InterruptedException {
    Settings settings = new Settings(folder.resolve("data"), freePort(), freePort());
    String script = script(Pages.ROOT.resolve(page), settings);

    try (Standalone _ = Standalone.start(settings)) {
      Outcome outcome = shell(script);
      assertThat(outcome.status()).as(outcome.said()).isZero();
    }
  }

  @Test
  void areFoundOnTheirPages() {
    assertThat(commands(Pages.ROOT.resolve("docs/management-api.md"))).hasSizeGreaterThan(20);
    assertThat(commands(Pages.ROOT.resolve("docs/tutorial.md"))).hasSizeGreaterThan(5);
  }

  private static List<Block> commands(Path page) {
    return Pages.blocks(page).stream()
        .filter(block -> COMMAND.matcher(block.text()).matches())
        .filter(block -> NOT_FOLLOWED.stream().noneMatch(block.text()::contains))
        .toList();
  }

  /**
   * The page's commands in order, ending at the first that fails; an answer of 400 or more is a
   * failure.
   */
  private static String script(Path page, Settings settings) {
    StringBuilder script = new StringBuilder("set -eu\n");
    script.append(CURL);
    for (Block block : commands(page)) {
      script.append("echo; echo '--- line %d'%n".formatted(block.line()));
      script.append(
          block
              .text()
              .replace("localhost:8080", "localhost:" + settings.port())
              .replace("localhost:8081", "localhost:" + settings.simulatorPort()));
      script.append('\n');
    }
    return script.toString();
  }

  private record Outcome(int status, String said) {}

  private Outcome shell(String script) throws IOException, InterruptedException {
    Path work = Files.createDirectories(folder.resolve("work"));
    Process process =
        new ProcessBuilder("sh", "-c", script)
            .directory(work.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), said);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
