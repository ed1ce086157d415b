package dev.inlet.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What docker-compose.yml says, as far as the pages rely on it. There is no Docker here. */
record Compose(String text) {

  private static final Pattern SERVICE = Pattern.compile("(?m)^  ([a-z]+):$");
  private static final Pattern PROFILE = Pattern.compile("profiles: \\[([a-z]+)]");
  private static final Pattern VARIABLE = Pattern.compile("(?m)^ {6}(INLET_[A-Z_]+):(?: (.*))?$");

  /** {@code ${NAME-otherwise}}, or {@code :-} where what is empty counts as not set. */
  private static final Pattern OTHERWISE = Pattern.compile("\\$\\{([A-Z_]+)(:?)-(.*)}");

  static Compose read() throws IOException {
    return new Compose(Files.readString(Pages.ROOT.resolve("docker-compose.yml")));
  }

  /** What is wrong with a command of Docker's, as far as that can be told without it. */
  Optional<String> flawOf(String command) {
    Deque<String> words = new ArrayDeque<>(List.of(command.split("\\s+")));
    if (!words.removeFirst().equals("docker") || !words.removeFirst().equals("compose")) {
      return Optional.of("is not of docker compose");
    }
    while (words.getFirst().startsWith("--")) {
      String option = words.removeFirst();
      String value = words.removeFirst();
      boolean isThere =
          switch (option) {
            case "--env-file" -> Files.isRegularFile(Pages.ROOT.resolve(value));
            case "--profile" -> names(PROFILE).contains(value);
            default -> false;
          };
      if (!isThere) {
        return Optional.of(option + " " + value + ": there is none");
      }
    }
    return switch (words.removeFirst()) {
      case "up" ->
          Set.of("-d", "--build").containsAll(words)
              ? Optional.empty()
              : Optional.of("up takes no such option");
      case "exec", "logs" -> {
        words.remove("-T");
        yield services().contains(words.getFirst())
            ? Optional.empty()
            : Optional.of("there is no service " + words.getFirst());
      }
      default -> Optional.of("has nothing that is known here");
    };
  }

  private Set<String> services() {
    int begin = text.indexOf("\nservices:");
    String services = text.substring(begin, text.indexOf("\nnetworks:", begin));
    return new Compose(services).names(SERVICE);
  }

  private Set<String> names(Pattern pattern) {
    return pattern.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
  }

  /** What the node in the container is told, with such a file {@code .env}. */
  Map<String, String> environment(Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>();
    for (MatchResult found : VARIABLE.matcher(text).results().toList()) {
      String name = found.group(1);
      Optional<String> value =
          found.group(2) == null
              ? Optional.ofNullable(settings.get(name))
              : Optional.of(value(found.group(2), settings));
      value.ifPresent(set -> environment.put(name, set));
    }
    return environment;
  }

  private static String value(String written, Map<String, String> settings) {
    Matcher otherwise = OTHERWISE.matcher(written);
    if (!otherwise.matches()) {
      return written;
    }
    String set = settings.get(otherwise.group(1));
    return set == null || (set.isEmpty() && otherwise.group(2).equals(":"))
        ? otherwise.group(3)
        : set;
  }
}
