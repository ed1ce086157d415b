package dev.inlet;

import dev.inlet.identity.Operators;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * What an operator has done by command, beside serving. Each needs the database and the keys.
 *
 * @param work answers with what to print
 */
record Command(
    String word,
    List<String> parameters,
    String meaning,
    BiFunction<Operators, List<String>, String> work) {

  private static final String LINK = "Open this within a day to set the password:%n%n%s";

  private static final List<Command> ALL =
      List.of(
          new Command(
              "create-support-user",
              List.of("EMAIL", "NAME"),
              "makes a user of the support staff and prints a link to set their password with",
              (operators, given) ->
                  LINK.formatted(operators.createSupportUser(given.get(0), given.get(1)))),
          new Command(
              "set-password-link",
              List.of("EMAIL"),
              "prints a link to set a user's password with, for whoever cannot be sent one",
              (operators, given) -> LINK.formatted(operators.passwordUrl(given.getFirst()))),
          new Command(
              "remove-second-factor",
              List.of("EMAIL"),
              "for whoever lost their app and their recovery codes; signs them out everywhere",
              (operators, given) -> {
                operators.removeSecondFactor(given.getFirst());
                return "The second factor is removed.";
              }),
          new Command(
              "disable-user",
              List.of("EMAIL"),
              "signs a user out everywhere and lets them in no more",
              (operators, given) -> {
                operators.setDisabled(given.getFirst(), true);
                return "The user is disabled.";
              }),
          new Command(
              "enable-user",
              List.of("EMAIL"),
              "lets a disabled user in again",
              (operators, given) -> {
                operators.setDisabled(given.getFirst(), false);
                return "The user is enabled.";
              }));

  /** The command that a line names with as many arguments as it takes. */
  static Optional<Command> of(List<String> line) {
    return ALL.stream()
        .filter(command -> !line.isEmpty() && command.word.equals(line.getFirst()))
        .filter(command -> command.parameters.size() == line.size() - 1)
        .findFirst();
  }

  static String usage() {
    return ALL.stream()
        .map(
            command ->
                "  %-20s %-11s %s"
                    .formatted(command.word, String.join(" ", command.parameters), command.meaning))
        .collect(Collectors.joining("%n".formatted(), "Commands:%n".formatted(), ""));
  }

  /** Does it and says what was done. */
  String run(ApplicationContext context, List<String> line) {
    return work.apply(context.getBean(Operators.class), line.subList(1, line.size()));
  }
}
