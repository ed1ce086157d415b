package dev.inlet.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.inlet.Application;
import dev.inlet.platform.ConfigurationException;
import java.io.IOException;
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

/** Every command of the documents: a test runs it, or {@link Account} says why none does. */
class EveryCommandTest {

  private static final List<String> MODULES =
      List.of("backend", "benchmarks", "imis-simulator", "standalone");

  private static final Pattern FILE =
      Pattern.compile("(?<=^|\\s)(?:\\./|\\.ci/|benchmarks/|cli/|docs/)[\\w./-]+");

  private static final Pattern SETTING = Pattern.compile("\\s(?!INLET_)([a-z]+)=");
  private static final Pattern TESTS = Pattern.compile("-Dtest=([\\w,]+)");
  private static final Pattern WRITTEN = Pattern.compile("INLET_WRITE_[A-Z]+");
  private static final Pattern SCRIPT = Pattern.compile("npm run ([a-z]+)");
  private static final Pattern FOLDER = Pattern.compile("(?:-pl|cd) ([a-z-]+)");

  /** A row of the README's table, and a line of what the program says: the command's own part. */
  private static final Pattern ROW = Pattern.compile("^\\| (`[a-z][^|]*) \\|");

  private static final Pattern USAGE =
      Pattern.compile("(?m)^  ([a-z-]+) +((?:[A-Z]+ )*) *[^A-Z\\s]");

  @Test
  void isRunByATestOrSaysWhyNot() throws IOException {
    List<DocumentedCommand> all = DocumentedCommand.all();

    assertThat(all).hasSizeGreaterThan(100);
    assertThat(all)
        .filteredOn(command -> Account.ALL.stream().noneMatch(account -> account.isOf(command)))
        .as("Run these in a test, or say in Account why none does")
        .isEmpty();
  }

  @Test
  void isThereForEachAccount() throws IOException {
    List<DocumentedCommand> all = DocumentedCommand.all();

    assertThat(Account.ALL).filteredOn(account -> all.stream().noneMatch(account::isOf)).isEmpty();
  }

  @Test
  void isRunByTestsThatAreThere() throws IOException {
    Set<String> tests = tests().keySet();

    assertThat(Account.ALL.stream().map(Account::test).filter(test -> !test.isEmpty()))
        .isSubsetOf(tests);
  }

  @Test
  void namesFilesTestsAndScriptsThatAreThere() throws IOException {
    Map<String, Path> tests = tests();
    String scripts = Files.readString(Pages.ROOT.resolve("frontend/package.json"));
    for (DocumentedCommand command : DocumentedCommand.all()) {
      found(FILE, command)
          .forEach(file -> assertThat(Pages.ROOT.resolve(file)).as(command.toString()).exists());
      found(FOLDER, command)
          .forEach(
              folder ->
                  assertThat(Pages.ROOT.resolve(folder)).as(command.toString()).isDirectory());
      found(SCRIPT, command)
          .forEach(
              script ->
                  assertThat(scripts).as(command.toString()).contains("\"" + script + "\": "));
      List<String> named =
          found(TESTS, command).flatMap(names -> Stream.of(names.split(","))).toList();
      assertThat(tests.keySet()).as(command.toString()).containsAll(named);
      for (String variable : found(WRITTEN, command).toList()) {
        assertThat(Files.readString(tests.get(named.getFirst())))
            .as(command.toString())
            .contains(variable);
      }
    }
  }

  /** By what the program says of itself. */
  @Test
  void namesSettingsOfBenchmarksThatThereAre() throws IOException {
    List<String> usage =
        Pages.lines(
                Pages.ROOT.resolve("benchmarks/src/main/java/dev/inlet/benchmarks/Benchmarks.java"))
            .stream()
            .map(String::strip)
            .filter(line -> line.startsWith("benchmarks/run "))
            .toList();
    List<DocumentedCommand> commands =
        DocumentedCommand.all().stream()
            .filter(command -> command.text().startsWith("benchmarks/run "))
            .toList();

    assertThat(commands).hasSizeGreaterThan(10);
    for (DocumentedCommand command : commands) {
      String name = command.text().split("\\s+", 3)[1];
      assertThat(usage)
          .as(command.toString())
          .filteredOn(line -> line.split("\\s+", 3)[1].equals(name))
          .singleElement()
          .satisfies(
              line ->
                  found(SETTING, command)
                      .forEach(setting -> assertThat(line).containsPattern("\\b" + setting + "=")));
    }
  }

  @Test
  void namesWhatTheComposeFileHas() throws IOException {
    Compose compose = Compose.read();
    List<DocumentedCommand> commands =
        DocumentedCommand.all().stream()
            .filter(command -> command.text().startsWith("docker "))
            .toList();

    assertThat(commands)
        .hasSizeGreaterThan(10)
        .allSatisfy(command -> assertThat(compose.flawOf(command.text())).isEmpty());
    assertThat(compose.flawOf("docker compose exec imiss inlet doctor")).isPresent();
    assertThat(compose.flawOf("docker compose --profile watch up -d")).isPresent();
  }

  /** Each is tried by a test of the backend: CommandTest, DoctorTest, KeyRotationTest. */
  @Test
  void ofTheProgramIsInTheReadmesTable() throws IOException {
    Set<String> known = new TreeSet<>();
    USAGE
        .matcher(usage())
        .results()
        .forEach(found -> known.add((found.group(1) + " " + found.group(2)).strip()));
    Set<String> told =
        Pages.lines(Pages.ROOT.resolve("README.md")).stream()
            .dropWhile(line -> !line.equals("| Command | What |"))
            .takeWhile(line -> !line.isBlank())
            .flatMap(line -> ROW.matcher(line).results())
            .flatMap(row -> Stream.of(row.group(1).split(", ")))
            .map(code -> code.replace("`", ""))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(told).hasSizeGreaterThan(10).isEqualTo(known);
  }

  private static String usage() {
    ConfigurationException said =
        catchThrowableOfType(
            ConfigurationException.class,
            () -> Application.command(Map.of(), List.of("no-such-command")));
    return String.valueOf(said.getMessage());
  }

  private static Stream<String> found(Pattern pattern, DocumentedCommand command) {
    return pattern.matcher(command.text()).results().map(found -> found.group(found.groupCount()));
  }

  /** By their simple names. */
  private static Map<String, Path> tests() throws IOException {
    Map<String, Path> tests = new HashMap<>();
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(Pages.ROOT.resolve(module).resolve("src/test/java"))) {
        files
            .filter(file -> file.toString().endsWith("Test.java"))
            .forEach(file -> tests.put(file.getFileName().toString().replace(".java", ""), file));
      }
    }
    return tests;
  }
}
