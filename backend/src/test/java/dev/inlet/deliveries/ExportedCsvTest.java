package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Deliveries for spreadsheets. */
class ExportedCsvTest {

  private static final Simulator SIMULATOR = Simulator.start();

  private final Tenant tenant = Tenant.connected(TestInlet.shared(), SIMULATOR);
  private final JsonNode webhook = tenant.createWebhook(Definitions.sample());
  private final Exported exported = new Exported(tenant);

  @AfterAll
  static void stop() {
    SIMULATOR.close();
  }

  @Test
  void spreadsThePayloadsOfOneWebhookOverColumns() throws IOException {
    JsonNode hook = tenant.createWebhook(definition("b", "a", "c", "d"));
    tenant.deliver(hook, "{\"a\":-1.50,\"b\":\"x,\\\"y\\\"\\n\",\"c\":null,\"d\":true}");
    tenant.deliver(hook, "{\"a\":\"1\",\"more\":[1],\"c\":{\"x\":1}}");
    tenant.deliver(hook, "[1]");

    List<CSVRecord> rows = exported.csv("&webhookId=" + hook.get("id").asText());

    assertThat(rows.getFirst().getParser().getHeaderNames())
        .startsWith("receivedAt", "webhookName")
        .endsWith("id", "payload.b", "payload.a", "payload.c", "payload.d", "payload");
    assertThat(payload(rows.get(2))).containsExactly("x,\"y\"\n", "-1.50", "", "true", "");
    assertThat(payload(rows.get(1)))
        .containsExactly("", "1", "", "", "{\"a\":\"1\",\"more\":[1],\"c\":{\"x\":1}}");
    assertThat(payload(rows.get(0))).containsExactly("", "", "", "", "[1]");
  }

  @Test
  void hasOnePayloadColumnForSeveralWebhooks() throws IOException {
    tenant.deliver(webhook, "{\"firstName\":\"Zoë\"}");

    CSVRecord row = exported.csv("").getFirst();

    assertThat(row.getParser().getHeaderNames()).endsWith("id", "payload");
    assertThat(row.get("payload")).isEqualTo("{\"firstName\":\"Zoë\"}");
  }

  @Test
  void keepsSpreadsheetsFromTakingTextsForFormulas() throws IOException {
    JsonNode hook = tenant.createWebhook(definition("=1+1", "a", "b", "c").put("name", "@SUM(A1)"));
    tenant.deliver(
        hook, "{\"=1+1\":\"=HYPERLINK(\\\"x\\\")\",\"a\":\"+1\",\"b\":\"\\tx\",\"c\":\"＝1\"}");
    tenant.deliver(hook, "=cmd|' /C calc'!A0");

    List<CSVRecord> rows = exported.csv("&webhookId=" + hook.get("id").asText());

    assertThat(rows.get(1).get("webhookName")).isEqualTo("'@SUM(A1)");
    assertThat(payload(rows.get(1)))
        .containsExactly("'=HYPERLINK(\"x\")", "'+1", "'\tx", "'＝1", "");
    assertThat(payload(rows.get(0)).getLast()).startsWith("'=cmd");
  }

  @Test
  void saysWhyABodyWasRejected() throws IOException {
    JsonNode rejected = tenant.delivery(tenant.deliver(webhook, "{\"firstName\":\"Zoë\"}"));

    CSVRecord row = exported.csv("").getFirst();

    assertThat(row.get("firstViolation"))
        .isNotEmpty()
        .isEqualTo(rejected.at("/firstViolation/message").asText());
    assertThat(row.get("storedBytes")).isEqualTo("20");
  }

  @Test
  void writesWhatIsUnseenAsItIsEscaped() throws IOException {
    JsonNode hook = tenant.createWebhook(definition("a", "b"));
    tenant.deliver(hook, "{\"a\":\"x\\u0000y\\tz\",\"b\":\"admin\u202egpj.exe\"}");

    List<CSVRecord> rows = exported.csv("&webhookId=" + hook.get("id").asText());

    assertThat(payload(rows.getFirst())).endsWith("x\\u0000y\tz", "admin\\u202egpj.exe", "");
  }

  @Test
  void isReadByExcelAsWhatItIsAndSavedUnderAName() {
    HttpResponse<String> csv = tenant.get("/deliveries/export?format=CSV");
    HttpResponse<String> ndjson = tenant.get("/deliveries/export");

    assertThat(csv.body()).startsWith("\ufeffreceivedAt,");
    assertThat(csv.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"deliveries.csv\"");
    assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
    assertThat(ndjson.body()).isEmpty();
    assertThat(ndjson.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"deliveries.ndjson\"");
  }

  private static List<String> payload(CSVRecord row) {
    List<String> cells = row.toList();
    return cells.subList(cells.size() - 5, cells.size());
  }

  private static ObjectNode definition(String... properties) {
    ObjectNode schema = Tenant.JSON.createObjectNode().put("type", "object");
    for (String property : properties) {
      schema.withObject("/properties").putObject(property).put("type", "string");
    }
    return Definitions.activity(
        schema.toString(), Map.of("ACTIVITY_TYPE", "TEST", "PartyId", "101"));
  }
}
