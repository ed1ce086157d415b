package dev.inlet.benchmarks.load;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** What is set of a run: what was given, and the standard of all else. */
record Settings(Map<String, String> all) {

  /**
   * Puts them together.
   *
   * @throws IllegalArgumentException if something is given that there is not
   */
  static Settings of(Map<String, String> given, Map<String, String> standard) {
    Map<String, String> all = new TreeMap<>(standard);
    given.forEach(
        (name, value) -> {
          if (all.put(name, value) == null) {
            throw new IllegalArgumentException(
                "There is no %s to be set, only %s".formatted(name, standard.keySet()));
          }
        });
    return new Settings(all);
  }

  String text(String name) {
    String value = all.get(name);
    if (value == null) {
      throw new IllegalArgumentException("There is no " + name);
    }
    return value;
  }

  int number(String name) {
    return Integer.parseInt(text(name));
  }

  Duration seconds(String name) {
    return Duration.ofSeconds(number(name));
  }
}
