package dev.inlet;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inlet.platform.ConfigurationException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MissingConfigurationTest {

  @Test
  void aStartWithoutItsKeysOrDatabaseFailsAtOnceAndNamesWhatIsMissing() {
    assertThatThrownBy(() -> Application.start(Map.of("inlet.database.user", "inlet")))
        .isInstanceOf(MissingConfigurationException.class)
        .hasMessage(
            "Inlet cannot start: set INLET_DATABASE_PASSWORD, INLET_DATABASE_URL, INLET_SECRET_KEY, INLET_TOKEN_KEY (see README.md).");
  }

  @Test
  void aStartWithATokenKeyThatIsTooShortSaysHowToMakeOne() {
    assertThatThrownBy(
            () ->
                Application.start(
                    Map.of(
                        "inlet.database.url", "jdbc:postgresql://localhost:1/inlet",
                        "inlet.database.user", "inlet",
                        "inlet.database.password", "inlet",
                        "inlet.secret-key", "key",
                        "inlet.token-key", "short")))
        .rootCause()
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("INLET_TOKEN_KEY")
        .hasMessageContaining("openssl rand -base64 32");
  }
}
