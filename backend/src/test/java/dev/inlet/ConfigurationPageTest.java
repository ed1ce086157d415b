package dev.inlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * docs/configuration.md is made of the code: of each setting's record, its default and its
 * documentation. {@code INLET_WRITE_CONFIGURATION=true} writes it anew.
 */
class ConfigurationPageTest {

  private static final Path PAGE = Path.of("../docs/configuration.md");

  private static final String HEAD =
      """
      # Configuration

      Each setting of a node. This page is made of the code (`ConfigurationPageTest`): change the documentation there.

      A setting is a variable of the environment, or stands in a file that the variable with `_FILE` behind it names
      (`INLET_SECRET_KEY_FILE=/run/secrets/inlet`). Inlet starts only if those without a default are set. `inlet doctor` says
      whether all of them can be read.

      | Variable | Default | What |
      |---|---|---|
      """;

  /** One setting, as the compiler's processor found it. */
  private record Setting(String variable, String defaultValue, String meaning) {

    String line() {
      return "| `%s` | %s | %s |%n".formatted(variable, defaultValue, meaning);
    }
  }

  @Test
  void saysWhatTheCodeSays() throws IOException {
    String page = HEAD + settings().stream().map(Setting::line).collect(Collectors.joining());

    if ("true".equals(System.getenv("INLET_WRITE_CONFIGURATION"))) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE).hasContent(page);
  }

  @Test
  void explainsEachSetting() throws IOException {
    assertThat(settings())
        .hasSizeGreaterThan(30)
        .allSatisfy(setting -> assertThat(setting.meaning()).as(setting.variable()).isNotBlank());
  }

  private static List<Setting> settings() throws IOException {
    List<Setting> settings = new ArrayList<>();
    for (JsonNode property : metadata().get("properties")) {
      settings.add(
          new Setting(
              variable(property.get("name").asText()),
              defaultValue(property),
              meaning(property.path("description").asText())));
    }
    settings.sort(Comparator.comparing(Setting::variable));
    return settings;
  }

  private static JsonNode metadata() throws IOException {
    try (InputStream file =
        Files.newInputStream(
            Path.of("target/classes/META-INF/spring-configuration-metadata.json"))) {
      return new ObjectMapper().readTree(file);
    }
  }

  private static String variable(String property) {
    return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  private static String defaultValue(JsonNode property) {
    if (Application.REQUIRED.containsKey(property.get("name").asText())) {
      return "**has to be set**";
    }
    String value = property.path("defaultValue").asText();
    return value.isEmpty() ? "none" : "`" + value + "`";
  }

  /** Documentation of Java, as Markdown, in one line. */
  private static String meaning(String documentation) {
    return documentation
        .replaceAll("\\s+", " ")
        .replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`")
        .replace("|", "\\|")
        .strip();
  }
}
