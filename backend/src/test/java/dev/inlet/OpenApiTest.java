package dev.inlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The served contract is the committed one, so that a change of the API is seen in review and the
 * web app's types follow it. {@code INLET_WRITE_OPENAPI=true} writes it anew.
 */
class OpenApiTest {

  private static final Path COMMITTED = Path.of("openapi.yml");

  @Test
  void theCommittedContractIsTheServedOne() throws IOException {
    String served = served();
    if ("true".equals(System.getenv("INLET_WRITE_OPENAPI"))) {
      Files.writeString(COMMITTED, served);
    }

    assertThat(Files.readString(COMMITTED)).isEqualTo(served);
  }

  private static String served() throws IOException {
    try (InputStream stream =
        OpenApiTest.class.getResourceAsStream("/META-INF/swagger/inlet.yml")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
