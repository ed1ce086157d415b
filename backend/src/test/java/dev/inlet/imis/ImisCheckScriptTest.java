package dev.inlet.imis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.imissimulator.Switches.OverLength;
import dev.imissimulator.Switches.Unknown;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the script that checks a tenant says of the simulated one. */
class ImisCheckScriptTest extends ImisTestBase {

  private static final String SCRIPT = "../docs/imis-check.sh";

  @BeforeEach
  void requireCurl() {
    boolean isThere =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
            .anyMatch(folder -> Path.of(folder, "curl").toFile().canExecute());
    assumeTrue(isThere, "the script needs curl");
  }

  @Test
  void findsWhatInletAssumes() throws Exception {
    Said said = check("demo&100%=ok");

    assertThat(said.lines())
        .startsWith(
            "1    signed in; a token lives 1200 s",
            "2    reading a contact: 200 (200 expected); definitions: 200 (200); activity types: 200 (200)",
            "3    writing an activity: 201 (201 expected), number 10001",
            "       found by UF_1: 200",
            "       its time is what was sent",
            "       deleting it: 200",
            "4    a value that is too long: 400 (400 with a sentence expected): Property (CATEGORY) value (longer than fifteen characters) exceeds maximum defined length of 15 characters.");
    assertThat(said.lines().get(7)).startsWith("5    an unknown contact: 400 (400 expected): ");
    assertThat(said.lines().get(8)).endsWith("(200 with no item expected): TotalCount 0");
    assertThat(said.lines().get(9)).startsWith("7    a request whose caller went away");
    assertThat(said.status()).isZero();
  }

  @Test
  void deletesWhatImisShouldNotHaveTaken() throws Exception {
    IMIS.set(s -> s.withOverLength(OverLength.TRUNCATED).withUnknownParty(Unknown.ACCEPTED));

    Said said = check("demo&100%=ok");

    assertThat(said.lines())
        .containsSubsequence(
            "4    a value that is too long: 201 (400 with a sentence expected): ",
            "       deleting it: 200")
        .anyMatch(line -> line.startsWith("5    an unknown contact: 201 (400 expected): "));
    assertThat(IMIS.activities())
        .noneMatch(activity -> activity.containsKey("CATEGORY"))
        .noneMatch(activity -> activity.containsValue("0000000000"));
  }

  @Test
  void endsWhereItCannotSignIn() throws Exception {
    Said said = check("wrong");

    assertThat(said.lines())
        .singleElement()
        .asString()
        .startsWith("1    signing in failed: 400 {\"error\":\"invalid_grant\"");
    assertThat(said.status()).isEqualTo(1);
  }

  private record Said(int status, List<String> lines) {}

  private static Said check(String password) throws IOException, InterruptedException {
    ProcessBuilder script =
        new ProcessBuilder("sh", SCRIPT, IMIS.baseUrl().toString(), "demo", "101")
            .redirectErrorStream(true);
    script.environment().put("IMIS_PASSWORD", password);
    script.environment().put("IMIS_CHECK_PAUSE", "0");
    Process process = script.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), said.lines().toList());
  }
}
