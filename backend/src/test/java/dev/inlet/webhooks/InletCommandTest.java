package dev.inlet.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command-line client as people run it, against Inlet over HTTP. */
class InletCommandTest {

  private static final Path SCRIPT = Path.of("../cli/inlet").toAbsolutePath().normalize();

  private static final Path HOW_TO =
      Path.of("../docs/webhooks-as-code.md").toAbsolutePath().normalize();

  private final TestInlet inlet = TestInlet.shared();
  private final Tenant tenant = Tenant.in(inlet);
  private final WebhookFiles files = new WebhookFiles(inlet, tenant, "EDITOR");

  @TempDir Path folder;
  private Path file;

  /**
   * How it ended.
   *
   * @param text what it printed, of both kinds
   */
  private record Ended(int code, String text) {}

  @BeforeEach
  void export() throws Exception {
    tenant.createWebhook(Definitions.sample().put("name", "Registrations"));
    file = folder.resolve("inlet.yaml");
    Files.writeString(file, run("", "export").text());
  }

  @Test
  void exportsPlansAndApplies() throws Exception {
    assertThat(run("", "plan", file.toString(), "--detailed-exitcode"))
        .isEqualTo(
            new Ended(
                0,
                "  \"Registrations\" stays as it is\nNothing to do: the webhooks are as the file says.\n"));
    edit("deadlineSeconds: 10", "deadlineSeconds: 20");

    Ended planned = run("", "plan", file.toString());
    Ended differing = run("", "plan", file.toString(), "--detailed-exitcode");
    Ended applied = run("yes\n", "apply", file.toString());
    Ended again = run("", "apply", file.toString());

    assertThat(planned.code()).isZero();
    assertThat(planned.text())
        .contains("~ change \"Registrations\"\n    ~ deadlineSeconds: 10 -> 20\n", "1 to change.");
    assertThat(differing.code()).isEqualTo(2);
    assertThat(applied.code()).as(applied.text()).isZero();
    assertThat(applied.text()).endsWith("Applied.\n");
    assertThat(again.text()).contains("Nothing to do");
    assertThat(files.export()).isEqualTo(Files.readString(file));
  }

  @Test
  void isHandedOutToAnybody() throws Exception {
    HttpResponse<String> answer =
        Tenant.send(HttpRequest.newBuilder(inlet.url().resolve("/cli/inlet")));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(Files.readString(SCRIPT));
  }

  @Test
  void doesWhatTheHowToSays() throws Exception {
    List<String> commands =
        Files.readAllLines(HOW_TO).stream()
            .map(String::strip)
            .filter(line -> line.startsWith("inlet ") || line.startsWith("run: sh cli/inlet "))
            .map(line -> line.replaceFirst("^run: sh cli/", ""))
            .toList();

    assertThat(commands).hasSizeGreaterThan(5);
    for (String command : commands) {
      Ended ended =
          ended(
              Map.of(),
              "yes\n",
              List.of("sh", "-c", "inlet() { sh '%s' \"$@\"; }; %s".formatted(SCRIPT, command)));
      assertThat(ended.code()).as(command + "\n" + ended.text()).isZero();
    }
  }

  @Test
  void takesTheFileOfTheHowToAndSaysWhatItSaysOfAMistake() throws Exception {
    String howTo = Files.readString(HOW_TO);
    String example = howTo.substring(howTo.indexOf("```yaml\n") + 8);
    example = example.substring(0, example.indexOf("```"));
    Files.writeString(file, example);
    assertThat(run("", "plan", file.toString()).text())
        .contains(
            "+ create \"Course completed\"\n    + isPaused: false\n    + acknowledgement: \"AFTER_ACTION\"\n");

    Files.writeString(file, example.replace("$$memberId$$", "$$memberID$$"));

    String mistake =
        run("", "plan", file.toString()).text().lines().skip(1).findFirst().orElseThrow();
    assertThat(howTo).contains("    The file cannot be applied:\n    " + mistake + "\n");
  }

  @Test
  void changesNothingUnlessSomebodySaysYes() throws Exception {
    edit("deadlineSeconds: 10", "deadlineSeconds: 20");

    Ended refused = run("no\n", "apply", file.toString());
    Ended unasked = run("", "apply", file.toString());

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.text()).contains("Nothing was changed.");
    assertThat(unasked.code()).isEqualTo(1);
    assertThat(files.export()).contains("deadlineSeconds: 10");
    assertThat(run("", "apply", file.toString(), "--yes").code()).isZero();
    assertThat(files.export()).contains("deadlineSeconds: 20");
  }

  @Test
  void deletesOthersOnlyWhenToldTo() throws Exception {
    Files.writeString(file, "version: 1\nwebhooks: []\n");

    assertThat(run("", "apply", file.toString(), "--yes").text()).contains("left alone");
    Ended deleted = run("", "apply", file.toString(), "--yes", "--delete-others");

    assertThat(deleted.text()).contains("- delete \"Registrations\"", "Applied.");
    assertThat(files.export()).contains("webhooks: []");
  }

  @Test
  void saysWhereAFileIsWrongAndEndsWithOne() throws Exception {
    edit("deadlineSeconds: 10", "deadlineSeconds: 31");

    Ended planned = run("", "plan", file.toString(), "--detailed-exitcode");
    Ended applied = run("", "apply", file.toString(), "--yes");

    assertThat(planned.code()).isEqualTo(1);
    assertThat(planned.text())
        .contains(
            "The file cannot be applied:", "(Registrations): deadlineSeconds must be at most 30.");
    assertThat(applied.code()).isEqualTo(1);
  }

  @Test
  void saysWhatIsMissingOrWrongAroundIt() throws Exception {
    assertThat(run("", "plan"))
        .isEqualTo(new Ended(1, "inlet: Name the file: inlet plan inlet.yaml\n"));
    assertThat(run("", "plan", "nowhere.yaml").text()).contains("There is no file nowhere.yaml");
    assertThat(run("", "prune", file.toString()).text()).contains("There is no command prune");
    assertThat(run("", "plan", file.toString(), "--force").text()).contains("no option --force");
    assertThat(run(Map.of("INLET_API_KEY", ""), "", "export").text()).contains("Set INLET_API_KEY");
    assertThat(run(Map.of("INLET_API_KEY", "wrong"), "", "export"))
        .isEqualTo(new Ended(1, "inlet: The API key is not valid, or not any more.\n"));
    assertThat(run(Map.of("INLET_URL", "http://127.0.0.1:1"), "", "export").text())
        .contains("could not be reached");
    assertThat(run("", "help").text()).contains("inlet export > inlet.yaml");
  }

  @Test
  void tellsAViewerAndAStrangerThatTheyMayNot() throws Exception {
    edit("deadlineSeconds: 10", "deadlineSeconds: 20");
    String viewer = new WebhookFiles(inlet, tenant, "VIEWER").key();
    String stranger = new WebhookFiles(inlet, Tenant.in(inlet), "ADMIN").key();

    Ended applied = run(Map.of("INLET_API_KEY", viewer), "", "apply", file.toString(), "--yes");
    Ended elsewhere = run(Map.of("INLET_API_KEY", stranger), "", "export");

    assertThat(applied.code()).isEqualTo(1);
    assertThat(applied.text()).contains("inlet: This takes the role editor; yours is viewer.");
    assertThat(elsewhere.code()).isEqualTo(1);
    assertThat(elsewhere.text()).contains("There is no such organization for this API key");
  }

  private void edit(String text, String replacement) throws IOException {
    String before = Files.readString(file);
    assertThat(before).contains(text);
    Files.writeString(file, before.replace(text, replacement));
  }

  private Ended run(String input, String... arguments) throws Exception {
    return run(Map.of(), input, arguments);
  }

  private Ended run(Map<String, String> environment, String input, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(List.of("sh", SCRIPT.toString()));
    command.addAll(List.of(arguments));
    return ended(environment, input, command);
  }

  private Ended ended(Map<String, String> environment, String input, List<String> command)
      throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("INLET_URL", inlet.url().toString());
    builder.environment().put("INLET_ORGANIZATION", tenant.organization().toString());
    builder.environment().put("INLET_API_KEY", files.key());
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), text);
  }
}
