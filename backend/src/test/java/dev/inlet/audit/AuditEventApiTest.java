package dev.inlet.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.identity.People;
import dev.inlet.identity.People.Someone;
import dev.inlet.platform.security.Role;
import dev.inlet.testing.Api;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditEventApiTest {

  private final Tenant tenant = Tenant.in(TestInlet.shared());

  @Test
  void tellsWhoDidWhatToWhichThingWhenAndFromWhere() {
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    tenant.put("/webhooks/" + id(webhook), Definitions.sample().put("name", "Renamed"));

    JsonNode event = events("?targetId=" + id(webhook)).get(0);

    assertThat(event.get("action").asText()).isEqualTo("WEBHOOK_CHANGED");
    assertThat(event.get("actorKind").asText()).isEqualTo("USER");
    assertThat(event.get("actorName").asText()).isEqualTo(tenant.email());
    assertThat(event.get("targetName").asText()).isEqualTo("Renamed");
    assertThat(event.get("before").toString()).isEqualTo("{\"name\":\"Sample\"}");
    assertThat(event.get("after").toString()).isEqualTo("{\"name\":\"Renamed\"}");
    assertThat(event.get("sourceAddress").asText()).isEqualTo("127.0.0.1");
    assertThat(event.get("device").asText()).startsWith("Java-http-client");
  }

  @Test
  void tellsThatASecretChangedAndNotTheSecret() {
    tenant.connect("https://org.imiscloud.com");
    tenant.put(
        "/connection",
        Tenant.connection("https://org.imiscloud.com").put("password", "other-secret"));

    JsonNode events = events("?action=CONNECTION_CHANGED");

    assertThat(events.get(0).at("/after/password").asText()).isEqualTo("changed");
    assertThat(events.get(0).at("/before/password").asText()).isEqualTo("set");
    assertThat(events.toString()).doesNotContain("other-secret").doesNotContain("demo&100%=ok");
  }

  @Test
  void tellsOfRefusalsOnceAMinute() {
    Someone viewer = People.member(TestInlet.shared(), tenant.organization(), Role.VIEWER);
    Api api = new Api(TestInlet.shared());
    String path = "/api/organizations/" + tenant.organization() + "/api-keys";
    for (int i = 0; i < 5; i++) {
      api.get(path, viewer.token());
      api.delete(path + "/" + UUID.randomUUID(), viewer.token()); // an address of its own each time
    }

    JsonNode refusals = events("?action=ACCESS_REFUSED");

    assertThat(refusals).hasSize(2);
    assertThat(refusals.get(0).get("actorName").asText()).isEqualTo(viewer.email());
    assertThat(refusals.get(1).get("reason").asText()).isEqualTo("GET " + path);
  }

  @Test
  void listsTheNewestFirstPageAfterPage() {
    for (int i = 0; i < 5; i++) {
      tenant.createWebhook(Definitions.sample().put("name", "Webhook " + i));
    }

    List<String> names = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page =
          Tenant.json(
              tenant.get(
                  "/audit-events?action=WEBHOOK_CREATED&limit=2"
                      + (cursor.isEmpty() ? "" : "&cursor=" + cursor)));
      page.get("items").forEach(item -> names.add(item.get("targetName").asText()));
      cursor = page.get("nextCursor").isNull() ? "" : page.get("nextCursor").asText();
    } while (!cursor.isEmpty());

    assertThat(names)
        .containsExactly("Webhook 4", "Webhook 3", "Webhook 2", "Webhook 1", "Webhook 0");
  }

  @Test
  void narrowsByActorAndTime() {
    tenant.createWebhook(Definitions.sample());
    Someone nobody = People.someone(TestInlet.shared());

    assertThat(events("?actorId=" + nobody.id())).isEmpty();
    assertThat(events("?from=2999-01-01T00:00:00Z")).isEmpty();
    assertThat(events("?to=2999-01-01T00:00:00Z")).isNotEmpty();
    assertThat(tenant.get("/audit-events?action=LOST").statusCode()).isEqualTo(400);
    assertThat(tenant.get("/audit-events?targetId=%00").statusCode()).isEqualTo(400);
  }

  @Test
  void tellsEveryOrganizationOfAMemberThatTheySignedIn() {
    assertThat(events("?action=SIGNED_IN")).hasSize(1);
    assertThat(events("?action=ORGANIZATION_CREATED")).hasSize(1);
  }

  @Test
  void exportsEveryEventOnceAsLinesOfJson() throws IOException {
    for (int i = 0; i < 3; i++) {
      tenant.createWebhook(Definitions.sample());
    }

    HttpResponse<String> answer = tenant.get("/audit-events/export?action=WEBHOOK_CREATED");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"audit-events.ndjson\"");
    List<String> ids = new ArrayList<>();
    for (String line : answer.body().lines().toList()) {
      ids.add(Tenant.JSON.readTree(line).get("id").asText());
    }
    assertThat(ids).hasSize(3).doesNotHaveDuplicates();
    assertThat(events("?action=AUDIT_EVENTS_EXPORTED")).hasSize(1);
  }

  @Test
  void exportsForSpreadsheetsWithoutFormulas() {
    tenant.createWebhook(
        Definitions.sample().put("name", "=HYPERLINK(\"https://evil.example\",\"a,b\")"));

    String csv = tenant.get("/audit-events/export?format=CSV&action=WEBHOOK_CREATED").body();

    assertThat(csv).startsWith("\ufeffoccurredAt,action,actorKind").contains("\"'=HYPERLINK(");
    assertThat(csv.lines()).hasSize(2);
  }

  private JsonNode events(String query) {
    return Tenant.json(tenant.get("/audit-events" + query)).get("items");
  }

  private static String id(JsonNode webhook) {
    return webhook.get("id").asText();
  }
}
