package dev.inlet;

import dev.inlet.identity.Operators;
import dev.inlet.platform.database.MigratedDatabase;
import dev.inlet.platform.doctor.Doctor;
import dev.inlet.platform.secrets.KeyRotation;
import dev.inlet.webhooks.OperatorFiles;
import io.micronaut.context.BeanLocator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * What an operator has done by command, beside serving. Each needs the database's place and the
 * keys.
 */
record Command(String word, List<String> parameters, String meaning, Work work) {

  private static final String DOCTOR = "doctor";

  /** Does it, with beans that are made when they are asked for. */
  private interface Work {
    CommandResult run(BeanLocator beans, List<String> given);
  }

  private static Work byOperators(BiFunction<Operators, List<String>, String> work) {
    return (beans, given) -> CommandResult.done(work.apply(beans.getBean(Operators.class), given));
  }

  private static final String LINK = "Open this within a day to set the password:%n%n%s";

  private static final List<Command> ALL =
      List.of(
          new Command(
              DOCTOR,
              List.of(),
              "examines configuration, database, clock, mail server and the way to iMIS, changes nothing, and says what to do",
              (beans, given) -> {
                Doctor.Report report = beans.getBean(Doctor.class).examine();
                return new CommandResult(report.text(), report.isSound());
              }),
          new Command(
              "migrate",
              List.of(),
              "brings the database up to date, which the start of a node does otherwise",
              (beans, given) ->
                  CommandResult.done(
                      "The database has version %s."
                          .formatted(beans.getBean(MigratedDatabase.class).version()))),
          new Command(
              "rotate-keys",
              List.of(),
              "encrypts everything under the first key of INLET_SECRET_KEY, so that the others can go",
              (beans, given) -> {
                KeyRotation.Report report = beans.getBean(KeyRotation.class).rotate();
                return new CommandResult(report.text(), report.isComplete());
              }),
          new Command(
              "export",
              List.of("SLUG"),
              "prints all webhooks of an organization as YAML, without a secret or a URL",
              (beans, given) ->
                  CommandResult.done(
                      beans.getBean(OperatorFiles.class).exportWebhooks(given.getFirst()))),
          new Command(
              "import",
              List.of("SLUG", "FILE"),
              "makes webhooks as such a file (- for standard input) says, all of it or nothing",
              (beans, given) ->
                  CommandResult.done(
                      beans
                          .getBean(OperatorFiles.class)
                          .importWebhooks(given.get(0), given.get(1)))),
          new Command(
              "create-support-user",
              List.of("EMAIL", "NAME"),
              "makes a user of the support staff and prints a link to set their password with",
              byOperators(
                  (operators, given) ->
                      LINK.formatted(operators.createSupportUser(given.get(0), given.get(1))))),
          new Command(
              "set-password-link",
              List.of("EMAIL"),
              "prints a link to set a user's password with, for whoever cannot be sent one",
              byOperators(
                  (operators, given) -> LINK.formatted(operators.passwordUrl(given.getFirst())))),
          new Command(
              "remove-second-factor",
              List.of("EMAIL"),
              "for whoever lost their app and their recovery codes; signs them out everywhere",
              byOperators(
                  (operators, given) -> {
                    operators.removeSecondFactor(given.getFirst());
                    return "The second factor is removed.";
                  })),
          new Command(
              "disable-user",
              List.of("EMAIL"),
              "signs a user out everywhere and lets them in no more",
              byOperators(
                  (operators, given) -> {
                    operators.setDisabled(given.getFirst(), true);
                    return "The user is disabled.";
                  })),
          new Command(
              "enable-user",
              List.of("EMAIL"),
              "lets a disabled user in again",
              byOperators(
                  (operators, given) -> {
                    operators.setDisabled(given.getFirst(), false);
                    return "The user is enabled.";
                  })));

  /** The command that a line names with as many arguments as it takes. */
  static Optional<Command> of(List<String> line) {
    return ALL.stream()
        .filter(command -> !line.isEmpty() && command.word.equals(line.getFirst()))
        .filter(command -> command.parameters.size() == line.size() - 1)
        .findFirst();
  }

  /** Whether it looks and changes nothing, not even the schema of the database. */
  boolean isExamination() {
    return word.equals(DOCTOR);
  }

  static String usage() {
    return ALL.stream()
        .map(
            command ->
                "  %-20s %-11s %s"
                    .formatted(command.word, String.join(" ", command.parameters), command.meaning))
        .collect(
            Collectors.joining(
                "%n".formatted(),
                "Commands:%n  %-20s %-11s %s%n  %-20s %-11s %s%n"
                    .formatted(
                        "serve",
                        "",
                        "serves, as without a command",
                        "version",
                        "",
                        "says which release this is; needs no configuration"),
                ""));
  }

  /** Does it and says what was done. */
  CommandResult run(BeanLocator beans, List<String> line) {
    return work.run(beans, line.subList(1, line.size()));
  }
}
