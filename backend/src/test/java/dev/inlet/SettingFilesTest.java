package dev.inlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inlet.platform.ConfigurationException;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingFilesTest {

  @TempDir private Path folder;

  @Test
  void readsASettingFromTheFileThatItsVariableNames() throws IOException {
    Path file = Files.writeString(folder.resolve("key"), "a=b, c\n");

    assertThat(property(Map.of("INLET_SECRET_KEY_FILE", file.toString()), "inlet.secret-key"))
        .contains("a=b, c");
  }

  @Test
  void readsASettingOfSeveralWordsUnderEachOfItsNames() throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "tiger");

    assertThat(
            property(
                Map.of("INLET_DATABASE_PASSWORD_FILE", file.toString()), "inlet.database.password"))
        .contains("tiger");
  }

  @Test
  void looksAtNoFileThatOthersVariablesName() {
    assertThat(
            property(
                Map.of("OTHER_FILE", "/nowhere", "INLET_SMTP_PASSWORD_FILE", ""),
                "inlet.smtp.password"))
        .isEmpty();
  }

  @Test
  void saysWhichVariableNamesAFileThatIsNotThere() {
    assertThatThrownBy(() -> SettingFiles.read(Map.of("INLET_TOKEN_KEY_FILE", folder + "/nowhere")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("INLET_TOKEN_KEY_FILE names")
        .hasMessageContaining("nowhere");
  }

  @Test
  void refusesASettingThatIsSetBothWays() throws IOException {
    Path file = Files.writeString(folder.resolve("key"), "secret of the file");

    assertThatThrownBy(
            () ->
                SettingFiles.read(
                    Map.of("INLET_TOKEN_KEY", "secret", "INLET_TOKEN_KEY_FILE", file.toString())))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("Set INLET_TOKEN_KEY or INLET_TOKEN_KEY_FILE, not both.");
  }

  private static Optional<String> property(Map<String, String> environment, String name) {
    PropertySource source = SettingFiles.read(environment);
    try (ApplicationContext context =
        ApplicationContext.builder().propertySources(source).build()) {
      context.getEnvironment().start();
      return context.getEnvironment().getProperty(name, String.class);
    }
  }
}
