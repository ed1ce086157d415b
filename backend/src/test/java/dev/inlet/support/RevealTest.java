package dev.inlet.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Sql;
import dev.inlet.testing.SupportPerson;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A payload is shown to staff for a reason that its organization can read, or not at all. */
class RevealTest {

  private static final String REASON = "Ticket 4711: the customer says the amount is wrong";
  private static final String PAYLOAD = "{\"firstName\":\"Confidential\"}";
  private static final String REVEALED =
      "SELECT actor_kind, actor_name, target_id, reason FROM audit_events WHERE action = 'DELIVERY_REVEALED'";

  private static final TestInlet INLET = TestInlet.shared();
  private static final SupportPerson STAFF = SupportPerson.in(INLET);

  private final Tenant tenant = Tenant.in(INLET);
  private final String delivery = deliver(tenant);

  @Test
  void showsThePayloadAndTellsTheOrganizationWhoLookedAndWhy() {
    HttpResponse<String> answer = reveal(STAFF, tenant, delivery, REASON);

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode revealed = Tenant.json(answer);
    ObjectNode seen = (ObjectNode) Tenant.json(tenant.get("/deliveries/" + delivery));
    assertThat(revealed).isEqualTo(seen.without("replayCaution"));
    assertThat(revealed.at("/body/content").asText()).isEqualTo(PAYLOAD);
    assertThat(revealed.at("/violations/0/message").asText()).isNotEmpty();
    assertThat(Sql.rowsOf(tenant.organization(), INLET, REVEALED))
        .containsExactly("SUPPORT|%s|%s|%s".formatted(STAFF.email(), delivery, REASON));
  }

  /** What an organization masks is for its own people, whatever the reason. */
  @Test
  void leavesMaskedWhatTheOrganizationMasks() {
    ObjectNode definition = Definitions.sample();
    definition.putObject("privacy").putArray("masked").add("firstName");
    definition.withObject("/privacy").putArray("neverStored");
    JsonNode webhook = tenant.createWebhook(definition);
    String masked =
        tenant
            .deliver(webhook, "{\"firstName\":\"Confidential\",\"lastName\":\"Seen\"}")
            .headers()
            .firstValue("X-Delivery-Id")
            .orElseThrow();

    JsonNode revealed = Tenant.json(reveal(STAFF, tenant, masked, REASON));

    assertThat(revealed.toString()).doesNotContain("Confidential").contains("Seen");
    assertThat(revealed.get("masked")).extracting(JsonNode::asText).containsExactly("firstName");
  }

  @Test
  void refusesWithoutAReasonThatSaysSomething() {
    for (String reason :
        List.of("", "short", "          ", "         x", "x".repeat(501), "two\nlines of text")) {
      HttpResponse<String> answer = reveal(STAFF, tenant, delivery, reason);

      assertThat(answer.statusCode()).as(reason).isEqualTo(400);
      assertThat(Tenant.json(answer).at("/errors/0/pointer").asText()).isEqualTo("/reason");
      assertThat(answer.body()).doesNotContain("Confidential");
    }
    assertThat(STAFF.post(path(tenant, delivery), body()).statusCode()).isEqualTo(400);
    assertThat(Sql.rowsOf(tenant.organization(), INLET, REVEALED)).isEmpty();
  }

  @Test
  void refusesWhoeverIsNotOfTheSupportStaff() {
    HttpResponse<String> byOwner =
        tenant.call("POST", path(tenant, delivery), body().put("reason", REASON));
    HttpResponse<String> byBeginner =
        reveal(SupportPerson.withoutSecondFactor(INLET), tenant, delivery, REASON);

    assertThat(byOwner.statusCode()).isEqualTo(403);
    assertThat(byBeginner.statusCode()).isEqualTo(403);
    assertThat(Sql.rowsOf(tenant.organization(), INLET, REVEALED)).isEmpty();
  }

  @Test
  void findsADeliveryInNoOtherOrganizationThanItsOwn() {
    Tenant other = Tenant.in(INLET);

    assertThat(reveal(STAFF, other, delivery, REASON).statusCode()).isEqualTo(404);
    assertThat(reveal(STAFF, tenant, UUID.randomUUID().toString(), REASON).statusCode())
        .isEqualTo(404);
    assertThat(Sql.rowsOf(other.organization(), INLET, REVEALED)).isEmpty();
  }

  @Test
  void showsNothingThatItCannotWriteDown() {
    TestInlet inlet = TestInlet.start(Map.of());
    try {
      SupportPerson staff = SupportPerson.in(inlet);
      Tenant concerned = Tenant.in(inlet);
      String asked = deliver(concerned);
      Sql.execute(inlet, "REVOKE INSERT ON audit_events FROM inlet_app");

      HttpResponse<String> answer = reveal(staff, concerned, asked, REASON);

      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).doesNotContain("Confidential");
    } finally {
      inlet.close();
    }
  }

  private static HttpResponse<String> reveal(
      SupportPerson staff, Tenant tenant, String delivery, String reason) {
    return staff.post(path(tenant, delivery), body().put("reason", reason));
  }

  private static String path(Tenant tenant, String delivery) {
    return "/api/support/organizations/%s/deliveries/%s/reveal"
        .formatted(tenant.organization(), delivery);
  }

  private static ObjectNode body() {
    return Tenant.JSON.createObjectNode();
  }

  private static String deliver(Tenant tenant) {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    return tenant.deliver(webhook, PAYLOAD).headers().firstValue("X-Delivery-Id").orElseThrow();
  }
}
