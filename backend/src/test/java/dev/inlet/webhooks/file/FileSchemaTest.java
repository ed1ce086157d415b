package dev.inlet.webhooks.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.platform.problem.FieldError;
import dev.inlet.testing.Definitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileSchemaTest {

  private static final FileSchema SCHEMA = new FileSchema();

  private static final String SOUND =
      """
      {"version":1,"webhooks":[{"name":"A","action":{"type":"imis.activity","mapping":[{"field":"A","value":"x"}]},
       "schema":{"type":"object"},"verification":{"scheme":"NONE"},"privacy":{"masked":[],"neverStored":[]},
       "idempotency":{"from":"NONE","windowSeconds":60},"queue":{"retryForSeconds":0,"isInOrder":false}}]}
      """;

  @Test
  void isTheOneThatTheDocumentsHave() throws IOException {
    assertThat(SCHEMA.text()).isEqualTo(Files.readString(Path.of("../docs/inlet.schema.json")));
  }

  @Test
  void takesWhatHasTheRightForm() {
    assertThat(SCHEMA.errors(Definitions.read(SOUND))).isEmpty();
  }

  /** Each as what is to be replaced, and by what. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"version\":1 -> \"version\":2",
        "\"name\":\"A\" -> \"name\":\" \"",
        "\"name\":\"A\" -> \"isPaused\":true",
        "\"name\":\"A\" -> \"name\":\"A\",\"isPaused\":\"no\"",
        "\"name\":\"A\" -> \"name\":\"A\",\"id\":\"1\"",
        "\"name\":\"A\" -> \"name\":\"A\",\"url\":\"x\"",
        "\"name\":\"A\" -> \"name\":\"A\",\"deadlineSeconds\":0",
        "\"field\":\"A\", -> ",
        "\"value\":\"x\" -> \"value\":1",
        "\"NONE\",\"windowSeconds\":60 -> \"NONE\",\"windowSeconds\":59",
        "{\"scheme\":\"NONE\"} -> {\"scheme\":\"TRUST\"}",
        "{\"scheme\":\"NONE\"} -> {}",
        "\"masked\":[], -> ",
        "\"schema\":{\"type\":\"object\"} -> \"schema\":[]",
      })
  void refusesWhatHasNot(String change) {
    String[] parts = change.split(" -> ", -1);
    assertThat(SOUND).contains(parts[0]);
    JsonNode file = Definitions.read(SOUND.replace(parts[0], parts[1]));

    assertThat(SCHEMA.errors(file))
        .isNotEmpty()
        .extracting(FieldError::detail)
        .allSatisfy(sentence -> assertThat(sentence).doesNotContain("webhooks.0").endsWith("."));
  }

  @Test
  void saysOfASecretWhereItBelongs() {
    JsonNode file =
        Definitions.read(
            SOUND.replace("{\"scheme\":\"NONE\"}", "{\"scheme\":\"GITHUB\",\"secret\":\"x\"}"));

    assertThat(SCHEMA.errors(file))
        .singleElement()
        .satisfies(error -> assertThat(error.detail()).contains("web app"));
  }
}
