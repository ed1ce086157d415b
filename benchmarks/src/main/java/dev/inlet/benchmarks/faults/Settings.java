package dev.inlet.benchmarks.faults;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How often each fault strikes, and what else is set of a run. */
final class Settings {

  private static final String BEFORE = "before";

  private final Map<String, String> all = new LinkedHashMap<>();

  /**
   * What is set, and the standard of all else.
   *
   * @throws IllegalArgumentException if something is set that there is not
   */
  Settings(Map<String, String> given) {
    all.put("upgrades", "3");
    all.put("ends", "10");
    all.put("fulldisks", "4");
    all.put("kills", "100");
    all.put("restarts", "20");
    all.put("cuts", "5");
    all.put("clocksteps", "4");
    all.put("settle", "60");
    given.forEach(
        (name, value) -> {
          if (!all.containsKey(name) && !name.equals(BEFORE)) {
            throw new IllegalArgumentException("There is no " + name + " to be set");
          }
          all.put(name, value);
        });
  }

  int number(String name) {
    return Integer.parseInt(all.get(name));
  }

  /** Where the older build is that nodes are upgraded from; empty if they are from the same. */
  Optional<Path> before() {
    return Optional.ofNullable(all.get(BEFORE)).map(Path::of);
  }

  /** What has to be typed for the same again. */
  String command() {
    return all.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(" ", "benchmarks/run faults ", ""));
  }
}
