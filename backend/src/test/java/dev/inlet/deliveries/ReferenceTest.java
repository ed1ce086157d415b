package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Part;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deliveries whose record can be looked for, because it carries their id. */
class ReferenceTest {

  private static final Simulator IMIS = Simulator.start();
  private static final TestInlet INLET = TestInlet.shared();

  private final Tenant tenant = Tenant.connected(INLET, IMIS);

  @BeforeEach
  void reset() {
    IMIS.reset();
  }

  @AfterAll
  static void stop() {
    IMIS.close();
  }

  @Test
  void theRecordCarriesTheIdOfItsDelivery() {
    JsonNode webhook = tenant.createWebhook(referring("UF_1"));

    HttpResponse<String> answer = tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(IMIS.activities()).singleElement().extracting("UF_1").isEqualTo(id(answer));
  }

  @Test
  void aRecordThatWasWrittenIsFoundAndNotWrittenAgain() {
    String id = lost(tenant.createWebhook(referring("UF_1")), true);
    quietFor10Minutes(id);
    assertThat(caution(id)).isEqualTo("LOOKS_FIRST");

    JsonNode replayed = replayed(id, false);

    assertThat(replayed.get("outcome").asText()).isEqualTo("SUCCEEDED");
    assertThat(replayed.get("replayCaution").asText()).isEqualTo("UNCERTAIN");
    assertThat(replayed.get("recordId").asText()).isEqualTo("10001");
    assertThat(replayed.at("/attempts/1/request").isNull()).isTrue();
    assertThat(IMIS.activities()).hasSize(1);
  }

  @Test
  void aRecordThatWasNotWrittenIsWrittenNow() {
    String id = lost(tenant.createWebhook(referring("UF_1")), false);
    quietFor10Minutes(id);

    JsonNode replayed = replayed(id, false);

    assertThat(replayed.get("outcome").asText()).isEqualTo("SUCCEEDED");
    assertThat(IMIS.activities()).singleElement().extracting("UF_1").isEqualTo(id);
  }

  @Test
  void aPanelRecordIsFoundToo() {
    ObjectNode definition = Definitions.interest(Map.of("ID", "101"));
    ((ObjectNode) definition.get("action")).putObject("options").put("referenceField", "Interest");
    String id = lost(tenant.createWebhook(definition), true);
    quietFor10Minutes(id);

    assertThat(replayed(id, false).get("outcome").asText()).isEqualTo("SUCCEEDED");
    assertThat(IMIS.rows("Volunteer_Interests")).filteredOn("Interest", id).hasSize(1);
  }

  @Test
  void nothingIsWrittenWhileNobodyCanLook() {
    String id = lost(tenant.createWebhook(referring("UF_1")), true);
    quietFor10Minutes(id);
    IMIS.set(s -> s.withFault(Fault.drop(Part.READ).once()));

    JsonNode replayed = replayed(id, false);

    assertThat(replayed.get("outcome").asText()).isEqualTo("UNKNOWN");
    assertThat(replayed.at("/attempts/1/outcome").asText()).isEqualTo("FAILED");
    assertThat(replayed.at("/attempts/1/error").asText()).contains("could not look");
    assertThat(IMIS.activities()).hasSize(1);
  }

  @Test
  void whoeverConfirmsGetsTheirRecordThoughNobodyCanLook() {
    String id = lost(tenant.createWebhook(referring("UF_1")), false);
    IMIS.set(s -> s.withFault(Fault.drop(Part.READ)));

    assertThat(replayed(id, true).get("outcome").asText()).isEqualTo("SUCCEEDED");
    assertThat(IMIS.activities()).hasSize(1);
  }

  @Test
  void aRecordIsFoundWhoeverHasTheEmailAddressNow() {
    ObjectNode definition =
        Definitions.activity(
            Definitions.SAMPLE_SCHEMA,
            Map.of("ACTIVITY_TYPE", "TEST", "PartyId", "$$firstName$$@example.org"));
    ((ObjectNode) definition.get("action"))
        .set(
            "options",
            Definitions.read(
                """
                {"contactBy":"email","contactNone":"default","contactDefault":"120","referenceField":"UF_1"}
                """));
    String id = lost(tenant.createWebhook(definition), true);
    quietFor10Minutes(id);

    assertThat(replayed(id, false).get("outcome").asText()).isEqualTo("SUCCEEDED");
    assertThat(IMIS.activities()).hasSize(1);
  }

  @Test
  void iMisMayStillBeAtWorkSoItIsAskedForAConfirmationAndLookedForAllTheSame() {
    String id = lost(tenant.createWebhook(referring("UF_1")), true);

    assertThat(caution(id)).isEqualTo("TOO_EARLY");
    assertThat(replay(id, false).statusCode()).isEqualTo(409);
    assertThat(replayed(id, true).get("outcome").asText()).isEqualTo("SUCCEEDED");
    assertThat(IMIS.activities()).hasSize(1);
  }

  @Test
  void withoutAReferenceAPersonHasToConfirm() {
    String id = lost(tenant.createWebhook(Definitions.sample()), true);
    quietFor10Minutes(id);

    assertThat(caution(id)).isEqualTo("UNCERTAIN");
    assertThat(replay(id, false).statusCode()).isEqualTo(409);
  }

  @Test
  void aReplayByAVersionWithAReferenceDoesNotHelpADeliveryWithout() {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    String id = lost(webhook, true);
    tenant.put("/webhooks/" + webhook.get("id").asText(), referring("UF_1"));
    quietFor10Minutes(id);

    assertThat(caution(id)).isEqualTo("UNCERTAIN");
    assertThat(replay(id, false, 2).statusCode()).isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource({"STATUS_CODE", "UNITS", "NOPE", "NOTE_2", "PartyId"})
  void aFieldThatCannotHoldAnIdIsRefused(String field) {
    HttpResponse<String> answer = tenant.post("/webhooks", referring(field));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Tenant.json(answer).at("/errors/0/pointer").asText())
        .isEqualTo("/action/options/referenceField");
  }

  @Test
  void aFieldThatIsMappedCannotHoldItToo() {
    HttpResponse<String> answer = tenant.post("/webhooks", referring("NOTE"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Tenant.json(answer).at("/errors/0/detail").asText()).contains("NOTE");
  }

  private static ObjectNode referring(String field) {
    ObjectNode definition = Definitions.sample();
    ((ObjectNode) definition.get("action")).putObject("options").put("referenceField", field);
    return definition;
  }

  /** A delivery whose answer from iMIS was lost. */
  private String lost(JsonNode webhook, boolean isWritten) {
    Fault drop = Fault.drop(Part.INSERT);
    IMIS.set(s -> s.withFault((isWritten ? drop.afterWrite() : drop).once()));
    HttpResponse<String> answer = tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD);
    assertThat(tenant.delivery(answer).get("outcome").asText()).isEqualTo("UNKNOWN");
    return id(answer);
  }

  private static void quietFor10Minutes(String delivery) {
    Sql.execute(
        INLET,
        """
        SET ROLE inlet_journal;
        UPDATE deliveries SET deadline_at = now() - interval '10 minutes' WHERE delivery_id = '%s'
        """
            .formatted(delivery));
  }

  private String caution(String delivery) {
    return Tenant.json(tenant.get("/deliveries/" + delivery)).get("replayCaution").asText();
  }

  private JsonNode replayed(String delivery, boolean isConfirmed) {
    HttpResponse<String> answer = replay(delivery, isConfirmed);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Tenant.json(answer);
  }

  private HttpResponse<String> replay(String delivery, boolean isConfirmed) {
    return replay(delivery, isConfirmed, 1);
  }

  private HttpResponse<String> replay(String delivery, boolean isConfirmed, int version) {
    return tenant.post(
        "/deliveries/%s/replay".formatted(delivery),
        Tenant.JSON.createObjectNode().put("version", version).put("isConfirmed", isConfirmed));
  }

  private static String id(HttpResponse<String> answer) {
    return answer.headers().firstValue("X-Delivery-Id").orElseThrow();
  }
}
