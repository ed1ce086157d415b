package dev.inlet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Body;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is never stored reaches iMIS, and is nowhere in the journal afterwards. */
class NeverStoredTest {

  private static final String SECRET = "123-45-6789";
  private static final Simulator SIMULATOR = Simulator.start();
  private static final String SCHEMA =
      """
      {"type":"object","properties":{"id":{"type":"string"},"ssn":{"type":"string","maxLength":40},
       "isMember":{"type":"boolean"}},"required":["id"]}
      """;

  private final Tenant tenant = Tenant.connected(TestInlet.shared(), SIMULATOR);
  private final JsonNode webhook = tenant.createWebhook(definition("$$id$$"));

  @BeforeEach
  void reset() {
    SIMULATOR.reset();
  }

  @AfterAll
  static void stop() {
    SIMULATOR.close();
  }

  @Test
  void reachesTheRecordAndIsLeftOutOfTheJournal() {
    HttpResponse<String> answer = deliver("{\"id\":\"101\",\"ssn\":\"%s\"}");

    JsonNode delivery = tenant.delivery(answer);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(SIMULATOR.activities().toString()).contains(SECRET);
    assertThat(delivery.at("/body/content").asText()).isEqualTo("{\"id\":\"101\"}");
    assertThat(delivery.get("leftOut")).extracting(JsonNode::asText).containsExactly("ssn");
    assertThat(delivery.get("isBodyWithheld").asBoolean()).isFalse();
    assertThat(delivery.at("/attempts/0/request").asText()).contains("•••", "UF_1", "101");
    assertThat(delivery.get("headers").toString()).doesNotContain("ength");
    assertStoredNowhere();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"101\",\"SSN\":\"123-45-6789\"}",
        "{\"id\":7,\"ssn\":\"123-45-6789\"}",
        "{\"id\":\"101\",\"ssn\":{\"123-45-6789\":[\"123-45-6789\"]}}",
        "{\"id\":\"101\",\"more\":{\"ssn\":\"123-45-6789\"}}",
        "[{\"ssn\":\"123-45-6789\"}]",
        "{\"ssn\":\"1\",\"ssn\":\"123-45-6789\"}",
        "{\"id\":\"101\",\"ssn\":A123-45-6789}",
        "{\"id\":\"101\",\"ssn\":\"123-45-6789",
        "ssn=123-45-6789",
        "\"{\\\"ssn\\\":\\\"123-45-6789\\\"}\""
      })
  void isStoredNowhereHoweverItIsSent(String body) {
    tenant.delivery(tenant.deliver(webhook, body));

    assertStoredNowhere();
  }

  @Test
  void isToldByNoViolation() {
    JsonNode delivery =
        tenant.delivery(
            tenant.deliver(
                webhook, "{\"id\":\"101\",\"ssn\":\"123-45-6789%s\"}".formatted("x".repeat(40))));
    JsonNode truth = tenant.delivery(tenant.deliver(webhook, "{\"id\":\"101\",\"ssn\":true}"));

    assertThat(delivery.at("/violations/0/message").asText())
        .isEqualTo("ssn breaks the rule \"maxLength\" of the schema.");
    assertThat(truth.at("/violations/0/message").asText()).doesNotContain("true");
    assertStoredNowhere();
  }

  @Test
  void withholdsABodyThatCannotBeSearched() {
    JsonNode unparsable = tenant.delivery(tenant.deliver(webhook, "ssn: " + SECRET));
    JsonNode tooLarge = tenant.delivery(deliver("{\"ssn\":\"%s\"}" + " ".repeat(2 << 20)));

    for (JsonNode delivery : List.of(unparsable, tooLarge)) {
      assertThat(delivery.at("/body/content").asText()).isEmpty();
      assertThat(delivery.get("leftOut")).isEmpty();
    }
    assertThat(unparsable.get("isBodyWithheld").asBoolean()).isTrue();
    assertThat(unparsable.at("/violations/0/message").asText()).endsWith("column 1.");
    assertStoredNowhere();
  }

  @Test
  void isToldByNoFailure() {
    JsonNode byEmail = tenant.createWebhook(byEmail());

    JsonNode unknown =
        tenant.delivery(
            tenant.deliver(byEmail, "{\"id\":\"101\",\"ssn\":\"123-45-6789@example.org\"}"));
    SIMULATOR.set(s -> s.withFault(Fault.answer(Part.INSERT, 400, Body.JSON_MESSAGE).once()));
    JsonNode refused = tenant.delivery(deliver("{\"id\":\"101\",\"ssn\":\"%s\"}"));

    assertThat(unknown.get("reason").asText()).isEqualTo("CONTACT_NOT_FOUND");
    assertThat(unknown.get("error").asText()).startsWith("iMIS does not know the contact;");
    assertThat(refused.get("reason").asText()).isEqualTo("RECORD_REFUSED");
    assertThat(refused.at("/attempts/0/response").asText()).isEqualTo("•••");
    assertStoredNowhere();
  }

  @Test
  void leavesAllAsItCameWhereItDidNotCome() {
    JsonNode delivery = tenant.delivery(tenant.deliver(webhook, "{ \"id\" : \"101\" }"));

    assertThat(delivery.at("/body/content").asText()).isEqualTo("{ \"id\" : \"101\" }");
    assertThat(delivery.get("leftOut")).isEmpty();
    assertThat(delivery.get("headers").toString()).contains("ength");
    assertThat(delivery.at("/attempts/0/response").asText()).contains("TRANSACTION_DATE");
  }

  private HttpResponse<String> deliver(String body) {
    return tenant.deliver(webhook, body.formatted(SECRET));
  }

  private void assertStoredNowhere() {
    for (String query :
        List.of(
            "SELECT d::text || encode(d.body, 'escape') FROM deliveries d",
            "SELECT a::text FROM attempts a",
            "SELECT e::text FROM audit_events e")) {
      assertThat(Sql.rowsOf(tenant.organization(), TestInlet.shared(), query))
          .allSatisfy(row -> assertThat(row).doesNotContain("45-67", "123-45"));
    }
    assertThat(
            Sql.rowsOf(
                tenant.organization(),
                TestInlet.shared(),
                "SELECT encode(exchange, 'hex') FROM attempts WHERE exchange IS NOT NULL"))
        .map(NeverStoredTest::inflated)
        .allSatisfy(exchange -> assertThat(exchange).doesNotContain("45-67", "123-45"));
  }

  private static String inflated(String hex) {
    byte[] deflated = HexFormat.of().parseHex(hex);
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode definition(String contact) {
    ObjectNode definition =
        Definitions.activity(
            SCHEMA, Map.of("ACTIVITY_TYPE", "TEST", "PartyId", contact, "UF_1", "Number $$ssn$$"));
    definition.putObject("privacy").putArray("neverStored").add("ssn").add("isMember");
    ((ObjectNode) definition.get("privacy")).putArray("masked");
    return definition;
  }

  private static ObjectNode byEmail() {
    ObjectNode definition = definition("$$ssn$$");
    ((ObjectNode) definition.get("action")).putObject("options").put("contactBy", "email");
    return definition;
  }
}
