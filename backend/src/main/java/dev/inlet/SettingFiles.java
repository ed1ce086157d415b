package dev.inlet;

import dev.inlet.platform.ConfigurationException;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Settings that stand in a file each, as containers are given secrets: {@code
 * INLET_SECRET_KEY_FILE} names the file that {@code INLET_SECRET_KEY} is in. So it is with every
 * variable.
 */
final class SettingFiles {

  private static final String NAME = "setting files";
  private static final String PREFIX = "INLET_";
  private static final String SUFFIX = "_FILE";

  private SettingFiles() {}

  /**
   * What the files say that an environment names, as if the variables themselves had been set.
   *
   * @throws ConfigurationException if a file cannot be read, or a variable is set both ways
   */
  static PropertySource read(Map<String, String> environment) {
    Map<String, Object> settings = new HashMap<>();
    environment.forEach(
        (name, file) -> {
          if (name.startsWith(PREFIX) && name.endsWith(SUFFIX) && !file.isBlank()) {
            String variable = name.substring(0, name.length() - SUFFIX.length());
            requireUnset(environment, variable);
            settings.put(variable, content(name, file));
          }
        });
    return PropertySource.of(
        NAME, settings, PropertyConvention.ENVIRONMENT_VARIABLE, PropertySource.Origin.of(NAME));
  }

  private static void requireUnset(Map<String, String> environment, String variable) {
    if (!environment.getOrDefault(variable, "").isEmpty()) {
      throw new ConfigurationException(
          "Set %s or %s, not both.".formatted(variable, variable + SUFFIX));
    }
  }

  /** Without the line's end, which editors and {@code echo} put there. */
  private static String content(String name, String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException | InvalidPathException e) {
      throw new ConfigurationException(
          "%s names %s, which cannot be read: check that it is there, and its permissions."
              .formatted(name, file),
          e);
    }
  }
}
