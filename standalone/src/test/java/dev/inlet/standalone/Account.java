package dev.inlet.standalone;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which test runs commands of the pages, or why none does.
 *
 * @param page a pattern of what it is called
 * @param command a pattern of how it begins
 * @param test by its simple name; empty if nobody runs it
 * @param why nobody does; empty if a test does
 */
record Account(Pattern page, Pattern command, String test, String why) {

  private static final String ANY = ".*";

  /** The first that fits counts. Those with the names of tests here are what these tests run. */
  static final List<Account> ALL =
      List.of(
          not("docs/management-api.md", "git log", "asks a history, which a copy may lack"),
          run("docs/tutorial.md", "\\./run", "OperatingPagesTest"),
          run("docs/(management-api|tutorial|senders).md", "", "DocumentedCommandsTest"),
          run("docs/webhooks-as-code.md", "curl ", "DocumentedCommandsTest"),
          run("docs/observability.md", "curl ", "DocumentedCommandsTest"),
          run("docs/webhooks-as-code.md", "(inlet|sh cli/inlet) ", "InletCommandTest"),
          not("docs/webhooks-as-code.md", "export ", "InletCommandTest sets these to its own"),
          run("docs/imis.md", "docs/imis-check.sh ", "ImisCheckScriptTest"),
          run("imis-simulator/README.md", "java |[BT]=|curl ", "OperatingPagesTest"),

          // The installation
          run(ANY, "docker compose exec ", "OperatingPagesTest"),
          run(ANY, "inlet doctor", "OperatingPagesTest"),
          run(ANY, "openssl rand", "OperatingPagesTest"),
          run(ANY, "\\./run($|\\s)", "OperatingPagesTest"),
          run("docs/(alarms|backup-and-restore).md", "(SELECT|UPDATE) ", "OperatingPagesTest"),
          not(ANY, "docker compose .*\\b(up|logs)\\b", "needs Docker: EveryCommandTest reads it"),
          not("docs/operating.md", "git pull", "needs somewhere to pull from"),
          not(
              "docs/backup-and-restore.md",
              "pg_",
              "is not among the programs of the PostgreSQL that tests start"),
          not("docs/alarms.md", "curl -v", "is for whichever iMIS is silent"),
          not(
              "docs/observability.md",
              "cd observability && promtool",
              "needs Prometheus' promtool"),
          not("docs/performance.md", "SELECT ", "is what Inlet itself asks"),

          // Measuring
          not(
              ANY,
              "benchmarks/run ",
              "takes minutes to hours; a test does each on a small scale, without the script"),
          not(
              "benchmarks/README.md",
              "java -XX:AOTCache",
              "wants a cache that a run of hours made"),

          // The build
          not(ANY, "\\./mvnw verify", "is what runs the tests"),
          not(ANY, "\\./mvnw .*\\bpackage\\b", "is a build, and this is one"),
          not("CONTRIBUTING.md", "\\./mvnw spotless:apply", "changes files; the build checks them"),
          not(ANY, "(INLET_WRITE_\\w+=\\S+ )?\\./mvnw .*-Dtest=", "is a build, and this is one"),
          not(
              "CONTRIBUTING.md",
              "cd frontend && npm run fix",
              "changes files; the build checks them"),
          not(ANY, ".*npm run (journeys|screens)", "takes a browser; the build runs journeys"),
          not("CONTRIBUTING.md", "cd frontend && npm run dev", "goes on until somebody ends it"),

          // A release
          not("docs/releasing.md", "\\./mvnw versions:set", "changes every pom"),
          not("docs/releasing.md", "git tag -s", "signs as a person"),
          not(
              "docs/releasing.md",
              "sha256sum|cosign|gh ",
              "needs a release, and there is none yet"),
          not(ANY, "\\.ci/sbom", "needs the whole build: .github/workflows/build.yml runs it"),
          not("docs/releasing.md", "\\.ci/(release|reproducible)", "builds all, once or twice"));

  private static Account run(String page, String command, String test) {
    return new Account(Pattern.compile(page), beginning(command), test, "");
  }

  private static Account not(String page, String command, String why) {
    return new Account(Pattern.compile(page), beginning(command), "", why);
  }

  private static Pattern beginning(String command) {
    return Pattern.compile("(%s).*".formatted(command), Pattern.DOTALL);
  }

  boolean isOf(DocumentedCommand documented) {
    return page.matcher(documented.page()).matches()
        && command.matcher(documented.text()).matches();
  }

  /** What a test has to run. */
  static Stream<DocumentedCommand> runBy(Class<?> test) throws IOException {
    return DocumentedCommand.all().stream()
        .filter(
            command ->
                ALL.stream()
                    .filter(account -> account.isOf(command))
                    .limit(1)
                    .anyMatch(account -> account.test().equals(test.getSimpleName())));
  }
}
