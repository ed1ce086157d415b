package dev.inlet.platform.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.platform.tenancy.Ids;
import dev.inlet.testing.Definitions;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class JsonLinesTest {

  private static final Logger LOG = (Logger) LoggerFactory.getLogger(JsonLinesTest.class);

  private final JsonLines lines = new JsonLines();

  JsonLinesTest() {
    lines.setContext(LOG.getLoggerContext());
    lines.start();
  }

  @Test
  void whateverIsQuotedIsOneLineOfPlainAscii() {
    String hostile = "a\"},\n{\"level\":\"ERROR\"}\r\u2028\u0085\u001B[2K\u202Ez\0é\uD800";

    String line = encoded(hostile, new IllegalStateException(hostile, new Exception(hostile)));

    assertThat(line).matches("\\{[\\x20-\\x7e]*}\\n");
    JsonNode read = Definitions.read(line);
    assertThat(read.get("level").asText()).isEqualTo("WARN");
    assertThat(read.get("message").asText()).startsWith("a\"},\n{\"level\"");
    assertThat(read.get("exception").asText()).contains("Caused by: java.lang.Exception: ");
  }

  @Test
  void aLineCarriesTheIdsOfItsDeliveryUntilThatIsDone() {
    UUID delivery = Ids.next();
    UUID organization = Ids.next();
    JsonNode during;
    try (LogFields _ = LogFields.ofDelivery(delivery)) {
      LogFields.organization(organization);
      during = Definitions.read(encoded("during", null));
    }
    JsonNode after = Definitions.read(encoded("after", null));

    assertThat(during.get("deliveryId").asText()).isEqualTo(delivery.toString());
    assertThat(during.get("requestId").asText()).isEqualTo(delivery.toString());
    assertThat(during.get("organizationId").asText()).isEqualTo(organization.toString());
    assertThat(after.fieldNames())
        .toIterable()
        .containsExactly("time", "level", "logger", "message");
  }

  private String encoded(String message, @Nullable Throwable failure) {
    LoggingEvent event =
        new LoggingEvent(
            JsonLinesTest.class.getName(), LOG, Level.WARN, "{}", failure, new Object[] {message});
    return new String(lines.encode(event), StandardCharsets.UTF_8);
  }
}
