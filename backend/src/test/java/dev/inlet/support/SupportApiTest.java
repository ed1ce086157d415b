package dev.inlet.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.SupportPerson;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What support staff see of everybody, and nobody else does. */
class SupportApiTest {

  private static final TestInlet INLET = TestInlet.shared();
  private static final Simulator SIMULATOR = Simulator.start();
  private static final String NEEDLE = "Confidential" + UUID.randomUUID();
  private static final String PAYLOAD =
      "{\"firstName\":\"%s\",\"lastName\":\"Simpson\"}".formatted(NEEDLE);

  private static final Tenant ONE = Tenant.connected(INLET, SIMULATOR);
  private static final Tenant OTHER = Tenant.connected(INLET, SIMULATOR);
  private static final JsonNode WEBHOOK = ONE.createWebhook(Definitions.sample());
  private static final JsonNode OTHERS_WEBHOOK = OTHER.createWebhook(Definitions.sample());
  private static final SupportPerson STAFF = SupportPerson.in(INLET);

  private static String succeeded = "";
  private static String rejected = "";

  @BeforeAll
  static void deliver() {
    succeeded = id(ONE.deliver(WEBHOOK, PAYLOAD));
    rejected = id(OTHER.deliver(OTHERS_WEBHOOK, "{\"firstName\":\"%s\"}".formatted(NEEDLE)));
  }

  @AfterAll
  static void stop() {
    SIMULATOR.close();
  }

  @Test
  void refusesWhoeverIsNotOfTheSupportStaff() {
    for (String path : paths()) {
      HttpResponse<String> answer = ONE.call("GET", path, null);

      assertThat(answer.statusCode()).as(path).isEqualTo(403);
      assertThat(problem(answer)).isEqualTo("urn:inlet:problem:not-allowed");
    }
  }

  @Test
  void refusesStaffWithoutASecondFactor() {
    SupportPerson person = SupportPerson.withoutSecondFactor(INLET);

    for (String path : paths()) {
      HttpResponse<String> answer = person.get(path);

      assertThat(answer.statusCode()).as(path).isEqualTo(403);
      assertThat(problem(answer)).isEqualTo("urn:inlet:problem:second-factor-required");
    }
  }

  @Test
  void letsStaffIntoNoOrganization() {
    for (String path : List.of("", "/deliveries", "/deliveries/" + succeeded, "/connection")) {
      HttpResponse<String> answer =
          STAFF.get("/api/organizations/%s%s".formatted(ONE.organization(), path));

      assertThat(answer.statusCode()).as(path).isEqualTo(404);
    }
    assertThat(Tenant.json(STAFF.get("/api/me")).get("memberships")).isEmpty();
  }

  @Test
  void listsDeliveriesOfAllOrganizationsMasked() {
    HttpResponse<String> answer = STAFF.get("/api/support/deliveries?limit=200");

    JsonNode first = item(answer, succeeded);
    assertThat(first.get("organizationId").asText()).isEqualTo(ONE.organization().toString());
    assertThat(first.get("organizationName").asText()).isEqualTo("Org " + ONE.slug());
    assertThat(first.get("webhookName").asText()).isEqualTo("Sample");
    assertThat(first.get("outcome").asText()).isEqualTo("SUCCEEDED");
    assertThat(first.get("bodyBytes").asInt()).isEqualTo(PAYLOAD.length());
    JsonNode second = item(answer, rejected);
    assertThat(second.get("organizationName").asText()).isEqualTo("Org " + OTHER.slug());
    assertThat(second.get("reason").asText()).isEqualTo("SCHEMA_VIOLATED");
    assertThat(answer.body()).doesNotContain(NEEDLE).doesNotContain("\"error\"");
  }

  @Test
  void narrowsWhatItLists() {
    String recordId = Tenant.json(ONE.get("/deliveries/" + succeeded)).get("recordId").asText();
    String here = "organizationId=" + ONE.organization();

    assertThat(ids("?" + here)).containsExactly(succeeded);
    assertThat(ids("?webhookId=" + OTHERS_WEBHOOK.get("id").asText())).containsExactly(rejected);
    assertThat(ids("?outcome=REJECTED&" + here)).isEmpty();
    assertThat(ids("?reason=SCHEMA_VIOLATED&limit=200")).contains(rejected);
    assertThat(ids("?reason=SCHEMA_VIOLATED&limit=200")).doesNotContain(succeeded);
    assertThat(ids("?q=" + succeeded)).containsExactly(succeeded);
    assertThat(ids("?q=127.0.0.1&" + here)).containsExactly(succeeded);
    assertThat(ids("?q=%s&%s".formatted(recordId, here))).containsExactly(succeeded);
    assertThat(ids("?from=2999-01-01T00:00:00Z")).isEmpty();
    assertThat(ids("?to=2999-01-01T00:00:00Z&" + here)).containsExactly(succeeded);
  }

  @Test
  void findsNothingByWhatAPayloadHolds() {
    assertThat(ids("?q=" + NEEDLE)).isEmpty();
  }

  @Test
  void listsDeliveriesPageAfterPage() {
    Tenant tenant = Tenant.in(INLET);
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    List<String> delivered = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      delivered.addFirst(id(tenant.deliver(webhook, "{}")));
    }

    String query = "/api/support/deliveries?limit=1&organizationId=" + tenant.organization();
    assertThat(pages(query, "id")).isEqualTo(delivered);
  }

  @Test
  void showsADeliveryMasked() {
    HttpResponse<String> answer = STAFF.get(path(ONE, succeeded));

    JsonNode delivery = Tenant.json(answer);
    assertThat(delivery.get("isMasked").asBoolean()).isTrue();
    assertThat(delivery.get("id").asText()).isEqualTo(succeeded);
    assertThat(names(delivery))
        .doesNotContain("body", "headers", "violations", "error")
        .contains("organizationName", "attempts");
    assertThat(delivery.get("attempts")).hasSize(1);
    assertThat(names(delivery.at("/attempts/0")))
        .containsExactlyInAnyOrder(
            "number",
            "version",
            "isReplay",
            "startedBy",
            "outcome",
            "reason",
            "recordId",
            "responseStatus",
            "startedAt",
            "finishedAt",
            "durations");
    assertThat(answer.body()).doesNotContain(NEEDLE);
  }

  @Test
  void showsADeliveryOfNoOtherOrganizationThanItsOwn() {
    assertThat(STAFF.get(path(OTHER, succeeded)).statusCode()).isEqualTo(404);
  }

  @Test
  void findsOrganizationsByNameAndSlug() {
    JsonNode bySlug =
        Tenant.json(STAFF.get("/api/support/organizations?q=" + ONE.slug().substring(4)));
    JsonNode byName = Tenant.json(STAFF.get("/api/support/organizations?q=ORG%20" + ONE.slug()));

    assertThat(bySlug).isEqualTo(byName);
    assertThat(bySlug.get("items")).hasSize(1);
    JsonNode found = bySlug.at("/items/0");
    assertThat(found.get("id").asText()).isEqualTo(ONE.organization().toString());
    assertThat(found.get("slug").asText()).isEqualTo(ONE.slug());
    assertThat(found.get("requiresSecondFactor").asBoolean()).isFalse();
    assertThat(found.get("webhookCount").asInt()).isEqualTo(1);
  }

  @Test
  void listsOrganizationsPageAfterPage() {
    List<String> found = pages("/api/support/organizations?limit=3", "id");

    assertThat(found)
        .contains(ONE.organization().toString(), OTHER.organization().toString())
        .doesNotHaveDuplicates();
  }

  @Test
  void showsWebhooksWithoutWhatOpensThem() {
    String list = "/api/support/organizations/%s/webhooks".formatted(ONE.organization());
    HttpResponse<String> listed = STAFF.get(list);
    HttpResponse<String> shown = STAFF.get(list + "/" + WEBHOOK.get("id").asText());

    JsonNode webhook = Tenant.json(shown);
    assertThat(Tenant.json(listed).at("/items/0")).isEqualTo(webhook);
    assertThat(webhook.at("/schema/properties/count/type").asText()).isEqualTo("integer");
    assertThat(webhook.at("/action/mapping").findValuesAsText("field")).contains("ACTIVITY_TYPE");
    assertThat(webhook.get("deletedAt").isNull()).isTrue();
    String url = WEBHOOK.get("url").asText();
    String key = url.substring(url.lastIndexOf('/') + 1);
    assertThat(shown.body()).doesNotContain(key).doesNotContain("/hooks/");
  }

  @Test
  void showsAWebhookThatWasDeleted() {
    Tenant tenant = Tenant.in(INLET);
    String id = tenant.createWebhook(Definitions.sample()).get("id").asText();
    tenant.delete("/webhooks/" + id);

    JsonNode webhook =
        Tenant.json(
            STAFF.get(
                "/api/support/organizations/%s/webhooks/%s".formatted(tenant.organization(), id)));

    assertThat(webhook.get("deletedAt").isNull()).isFalse();
  }

  @Test
  void tellsWhatConcernsTheInstallation() {
    assertThat(
            ONE.call("GET", "/api/organizations/%s".formatted(OTHER.organization()), null)
                .statusCode())
        .isEqualTo(404);

    JsonNode refused =
        find(
            "/api/support/audit-events?limit=200",
            event -> event.path("actorName").asText().equals(ONE.email()));
    assertThat(refused.get("action").asText()).isEqualTo("ACCESS_REFUSED");
    assertThat(refused.get("actorKind").asText()).isEqualTo("USER");
    assertThat(refused.get("reason").asText()).contains(OTHER.organization().toString());
    JsonNode created =
        find(
            "/api/support/audit-events?limit=200",
            event -> event.path("targetName").asText().equals(STAFF.email()));
    assertThat(created.get("actorKind").asText()).isIn("OPERATOR", "STRANGER", "SUPPORT");
  }

  @Test
  void refusesFiltersItCannotRead() {
    for (String query :
        List.of(
            "/deliveries?outcome=LOST",
            "/deliveries?reason=WHIM",
            "/deliveries?organizationId=7",
            "/deliveries?cursor=%25",
            "/deliveries?q=%00",
            "/organizations?cursor=%25",
            "/organizations?limit=0",
            "/audit-events?cursor=%25")) {
      assertThat(STAFF.get("/api/support" + query).statusCode()).as(query).isEqualTo(400);
    }
  }

  private static List<String> paths() {
    String organization = "/api/support/organizations/" + ONE.organization();
    return List.of(
        "/api/support/organizations",
        organization + "/webhooks",
        organization + "/webhooks/" + WEBHOOK.get("id").asText(),
        "/api/support/deliveries",
        path(ONE, succeeded),
        "/api/support/audit-events");
  }

  private static String path(Tenant tenant, String delivery) {
    return "/api/support/organizations/%s/deliveries/%s".formatted(tenant.organization(), delivery);
  }

  private static List<String> ids(String query) {
    return items(STAFF.get("/api/support/deliveries" + query)).findValuesAsText("id");
  }

  private static JsonNode items(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Tenant.json(answer).get("items");
  }

  private static JsonNode item(HttpResponse<String> answer, String id) {
    for (JsonNode item : items(answer)) {
      if (item.get("id").asText().equals(id)) {
        return item;
      }
    }
    throw new AssertionError("Not listed: " + id);
  }

  private static JsonNode find(String path, Predicate<JsonNode> wanted) {
    for (JsonNode item : items(STAFF.get(path))) {
      if (wanted.test(item)) {
        return item;
      }
    }
    throw new AssertionError("Not listed at " + path);
  }

  private static List<String> pages(String path, String property) {
    List<String> found = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = Tenant.json(STAFF.get(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor)));
      page.get("items").forEach(item -> found.add(item.get(property).asText()));
      cursor = page.get("nextCursor").isNull() ? "" : page.get("nextCursor").asText();
    } while (!cursor.isEmpty());
    return found;
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String problem(HttpResponse<String> answer) {
    return Tenant.json(answer).get("type").asText();
  }

  private static String id(HttpResponse<String> answer) {
    return answer.headers().firstValue("X-Delivery-Id").orElseThrow();
  }
}
