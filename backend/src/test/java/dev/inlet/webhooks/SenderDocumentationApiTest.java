package dev.inlet.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is handed to a third party that is to send to a webhook. */
class SenderDocumentationApiTest {

  private static final TestInlet INLET = TestInlet.shared();
  private static final Simulator SIMULATOR = Simulator.start();
  private static final String SECRET = "nobody is to read this one";

  private final Tenant tenant = Tenant.connected(INLET, SIMULATOR);

  @AfterAll
  static void stop() {
    SIMULATOR.close();
  }

  @Test
  void thePageTellsUrlSchemaExampleAndAnswersAndIsAFile() {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());

    HttpResponse<String> answer = page(webhook);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"how-to-send.html\"");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.body())
        .contains(
            "Org " + tenant.slug(),
            webhook.get("url").asText(),
            "<td><code>firstName</code></td><td>string</td><td>yes</td>",
            "format date-time",
            "Idempotency-Key",
            "JSON Schema (2020-12)",
            "X-Delivery-Id")
        .doesNotContain("<td>401</td>", "<td>202</td>", "<script");
  }

  /** What a sender copies out of the file works. */
  @Test
  void theExampleIsTakenByTheUrl() {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    JsonNode document = openApi(webhook);
    JsonNode post = document.at("/paths").elements().next().get("post");

    HttpResponse<String> answer =
        tenant.deliver(
            webhook, post.at("/requestBody/content/application~1json/example").toString());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(document.at("/servers/0/url").asText() + document.at("/paths").fieldNames().next())
        .isEqualTo(webhook.get("url").asText());
  }

  @Test
  void theSchemaStandsInTheDocumentSoThatItsReferencesHold() {
    ObjectNode definition = Definitions.sample();
    definition.set(
        "schema",
        Definitions.read(
            """
            {"$id":"https://example.org/payload","type":"object","required":["firstName"],
             "properties":{"firstName":{"$ref":"#/definitions/name"},"lastName":{"type":"string"},
                           "date":{"type":"string"},"dateTime":{"type":"string"}},
             "definitions":{"name":{"type":"string","minLength":4}}}"""));
    JsonNode document = openApi(tenant.createWebhook(definition));

    ObjectNode whole = document.deepCopy();
    whole.put("$ref", "#/components/schemas/Payload");
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(whole.toString(), InputFormat.JSON);
    assertThat(schema.validate("{\"firstName\":\"Homer\"}", InputFormat.JSON)).isEmpty();
    assertThat(schema.validate("{\"firstName\":\"Bob\"}", InputFormat.JSON)).hasSize(1);
  }

  @Test
  void whatTenantsWriteIsTextAndNeverMarkup() {
    String hostile = "</title><script>alert(1)</script>\"'&";
    ObjectNode definition = Definitions.sample().put("name", hostile);
    ObjectNode properties = (ObjectNode) definition.at("/schema/properties");
    properties
        .putObject("<b onclick=x>")
        .put("type", "string")
        .put("description", hostile + "\u202e")
        .putArray("enum")
        .add("</code></pre><img src=x onerror=alert(1)>'; rm -rf /; '");
    tenant.put("", Tenant.JSON.createObjectNode().put("name", "<svg onload=alert(1)>"));
    JsonNode webhook = tenant.createWebhook(definition);

    String page = page(webhook).body();

    assertThat(page)
        .doesNotContain("<script", "<b ", "<img", "<svg", "\u202e", "</title><")
        .contains(
            "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;\\u202e",
            "&lt;svg onload=alert(1)&gt;",
            // Within a word of the shell, which it does not leave.
            "&#39;\\&#39;&#39;; rm -rf /; &#39;\\&#39;&#39;");
    assertThat(openApi(webhook).at("/info/title").asText()).endsWith(": " + hostile);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"scheme\":\"GITHUB\",\"secret\":\"%s\"} | X-Hub-Signature-256 | apiKey",
        "{\"scheme\":\"STRIPE\",\"secret\":\"%s\"} | Stripe-Signature | apiKey",
        "{\"scheme\":\"SHOPIFY\",\"secret\":\"%s\"} | X-Shopify-Hmac-Sha256 | apiKey",
        "{\"scheme\":\"HEADER\",\"header\":\"X-Key\",\"secret\":\"%s\"} | X-Key | apiKey",
        "{\"scheme\":\"BASIC\",\"user\":\"it's me\",\"secret\":\"%s\"} | it&#39;s me | http",
        "{\"scheme\":\"HMAC\",\"header\":\"X-Sig\",\"algorithm\":\"SHA512\",\"encoding\":\"HEX\",\"prefix\":\"v0=\",\"secret\":\"%s\"} | X-Sig: v0= | apiKey",
      })
  void theProofIsDescribedAndItsSecretIsNot(String verification, String told, String type) {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    HttpResponse<String> set =
        tenant.put("/webhooks/" + id(webhook) + "/verification", verification.formatted(SECRET));
    assertThat(set.statusCode()).as(set.body()).isEqualTo(200);

    assertThat(page(webhook).body()).contains(told, "<td>401</td>").doesNotContain(SECRET);
    JsonNode document = openApi(webhook);
    assertThat(document.at("/components/securitySchemes/proof/type").asText()).isEqualTo(type);
    assertThat(document.toString()).doesNotContain(SECRET);
  }

  @Test
  void aSchemaThatNothingIsFoundForSaysSo() {
    ObjectNode definition = Definitions.sample();
    ((ObjectNode) definition.get("schema")).put("minProperties", 40);
    JsonNode webhook = tenant.createWebhook(definition);

    assertThat(page(webhook).body()).contains("No example could be made up");
    assertThat(openApi(webhook).toString()).contains("requestBody").doesNotContain("homer");
  }

  @Test
  void whatIsNoFormIsRefusedAndWhatIsNoWebhookIsNotFound() {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    Tenant other = Tenant.in(INLET);

    assertThat(tenant.get(path(webhook) + "?format=PDF").statusCode()).isEqualTo(400);
    assertThat(other.get(path(webhook)).statusCode()).isEqualTo(404);
    tenant.delete("/webhooks/" + id(webhook));
    assertThat(tenant.get(path(webhook)).statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> page(JsonNode webhook) {
    return tenant.get(path(webhook));
  }

  private JsonNode openApi(JsonNode webhook) {
    HttpResponse<String> answer = tenant.get(path(webhook) + "?format=OPENAPI");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    return Tenant.json(answer);
  }

  private static String path(JsonNode webhook) {
    return "/webhooks/" + id(webhook) + "/sender-documentation";
  }

  private static String id(JsonNode webhook) {
    return webhook.get("id").asText();
  }
}
