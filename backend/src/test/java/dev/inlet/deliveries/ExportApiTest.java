package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What an export has, and how it ends. */
class ExportApiTest {

  private static final Simulator SIMULATOR = Simulator.start();

  /** What an answer of unknown length that was sent completely ends with. */
  private static final String LAST_CHUNK = "0\r\n\r\n";

  private final Tenant tenant = Tenant.connected(TestInlet.shared(), SIMULATOR);
  private final JsonNode webhook = tenant.createWebhook(Definitions.sample());
  private final Exported exported = new Exported(tenant);

  @AfterAll
  static void stop() {
    SIMULATOR.close();
  }

  @Test
  void hasWhatTheListHasWhateverTheFilter() throws IOException {
    JsonNode other = tenant.createWebhook(Definitions.sample().put("name", "Other"));
    JsonNode succeeded = tenant.delivery(tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD));
    tenant.deliver(webhook, "{\"firstName\":\"Zoë\",\"note\":\"a needle\"}");
    tenant.deliver(other, "{");
    String id = succeeded.get("id").asText();
    String receivedAt = succeeded.get("receivedAt").asText();

    for (String filter :
        List.of(
            "",
            "&webhookId=" + webhook.get("id").asText(),
            "&version=1&webhookId=" + webhook.get("id").asText(),
            "&version=2&webhookId=" + webhook.get("id").asText(),
            "&outcome=REJECTED",
            "&outcome=REJECTED&reason=NOT_JSON",
            "&reason=SCHEMA_VIOLATED",
            "&from=" + receivedAt,
            "&to=" + receivedAt,
            "&from=2999-01-01T00:00:00Z",
            "&source=127.0.0.1",
            "&source=10.0.0.1",
            "&q=needle",
            "&q=" + id,
            "&q=nothing",
            "&property=firstName&value=zoe",
            "&property=firstName&value=zo",
            "&q=needle&property=firstName&value=zoe&outcome=REJECTED")) {
      JsonNode listed = Tenant.json(tenant.get("/deliveries?limit=200" + filter)).get("items");

      assertThat(exported.lines(filter))
          .as(filter)
          .zipSatisfy(
              listed,
              (line, item) -> {
                line.remove("body");
                assertThat(line).isEqualTo(item);
              })
          .hasSameSizeAs(listed);
      assertThat(exported.csv(filter))
          .as(filter)
          .extracting(row -> row.get("id"))
          .containsExactlyElementsOf(listed.findValuesAsText("id"));
    }
  }

  @Test
  void tellsBodiesByteForByte() throws IOException {
    byte[] noise = {1, 2, (byte) 0xff};
    tenant.deliver(webhook, "{ \"firstName\" :\n\"Zoë\" }");
    tenant.deliver(webhook, noise);

    List<ObjectNode> lines = exported.lines("");

    assertThat(lines.get(1).at("/body/content").asText()).isEqualTo("{ \"firstName\" :\n\"Zoë\" }");
    assertThat(lines.get(0).at("/body/encoding").asText()).isEqualTo("base64");
    assertThat(Base64.getDecoder().decode(lines.get(0).at("/body/content").asText()))
        .isEqualTo(noise);
  }

  @Test
  void goesThroughMoreThanFitsIntoOneBatch() throws IOException {
    List<String> delivered = new ArrayList<>();
    for (int i = 0; i < 18; i++) {
      delivered.addFirst(
          tenant.deliver(webhook, noise(i)).headers().firstValue("X-Delivery-Id").orElseThrow());
    }

    assertThat(exported.lines("")).extracting(line -> line.get("id").asText()).isEqualTo(delivered);
  }

  @Test
  void showsNothingOfAnotherOrganization() throws IOException {
    tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);
    Tenant other = Tenant.in(TestInlet.shared());
    String theirs = "&webhookId=" + webhook.get("id").asText();

    String csv = other.get("/deliveries/export?format=CSV" + theirs).body();

    assertThat(csv.lines()).hasSize(1);
    assertThat(csv).doesNotContain("payload.firstName");
    assertThat(other.get("/deliveries/export?q=Ada").body()).isEmpty();
    assertThat(
            other
                .call(
                    "GET",
                    "/api/organizations/" + tenant.organization() + "/deliveries/export",
                    null)
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void refusesFiltersItCannotReadBeforeItBegins() {
    for (String query :
        List.of(
            "?format=XLS",
            "?version=1",
            "?q=%00",
            "?property=a",
            "?from=yesterday",
            "?reason=no")) {
      assertThat(tenant.get("/deliveries/export" + query).statusCode()).as(query).isEqualTo(400);
    }
  }

  @Test
  void tellsTheAuditTrailWhatWasExportedAndNothingOfWhatWasSearched() {
    tenant.get(
        "/deliveries/export?format=CSV&outcome=FAILED&q=secret1&property=mail&value=secret2");

    String events = tenant.get("/audit-events?action=DELIVERIES_EXPORTED").body();

    assertThat(events).contains("\"CSV\"", "\"FAILED\"", "\"mail\"").doesNotContain("secret");
  }

  @Test
  void breaksTheTransferWhenItFailsMidway() throws IOException {
    TestInlet inlet = TestInlet.start(Map.of());
    try {
      Tenant unlucky = Tenant.in(inlet);
      JsonNode hook = unlucky.createWebhook(Definitions.sample());
      for (int i = 0; i < 20; i++) {
        unlucky.deliver(hook, noise(i));
      }
      try (Socket slow = slowReader(inlet, unlucky)) {
        InputStream in = slow.getInputStream();
        assertThat(new String(in.readNBytes(15), StandardCharsets.US_ASCII))
            .isEqualTo("HTTP/1.1 200 OK");
        Sql.execute(inlet, "REVOKE SELECT ON webhooks FROM inlet_app");

        byte[] rest = readToTheEnd(in);

        assertThat(new String(rest, rest.length - 5, 5, StandardCharsets.ISO_8859_1))
            .isNotEqualTo(LAST_CHUNK);
      }
    } finally {
      inlet.close();
    }
  }

  private static Socket slowReader(TestInlet inlet, Tenant tenant) throws IOException {
    Socket slow = new Socket();
    slow.setReceiveBufferSize(4096);
    slow.connect(new InetSocketAddress("localhost", inlet.port()));
    slow.getOutputStream()
        .write(
            "GET /api/organizations/%s/deliveries/export HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                .formatted(tenant.organization(), tenant.token())
                .getBytes(StandardCharsets.US_ASCII));
    return slow;
  }

  /** A server that breaks a connection may also reset it. */
  private static byte[] readToTheEnd(InputStream in) {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    try {
      in.transferTo(read);
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("reset");
    }
    return read.toByteArray();
  }

  private static byte[] noise(int seed) {
    byte[] bytes = new byte[1_000_000];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
