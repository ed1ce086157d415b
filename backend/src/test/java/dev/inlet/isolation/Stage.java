package dev.inlet.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.Simulator;
import dev.inlet.identity.People;
import dev.inlet.identity.People.Someone;
import dev.inlet.platform.security.Role;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.testing.Api;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An organization with one of everything; what an operation may use up is made anew each time. */
final class Stage {

  private final TestInlet inlet;
  private final Tenant tenant;
  private final JsonNode webhook;
  private final String delivery;

  Stage(TestInlet inlet, Simulator simulator) {
    this.inlet = inlet;
    this.tenant = Tenant.connected(inlet, simulator);
    this.webhook = tenant.createWebhook(Definitions.sample());
    this.delivery =
        tenant
            .deliver(webhook, Definitions.SAMPLE_PAYLOAD, "a key")
            .headers()
            .firstValue("X-Delivery-Id")
            .orElseThrow();
  }

  TestInlet inlet() {
    return inlet;
  }

  Tenant tenant() {
    return tenant;
  }

  OrganizationId organization() {
    return tenant.organization();
  }

  String webhook() {
    return webhook.get("id").asText();
  }

  String webhookOfTwoVersions() {
    String id = freshWebhook();
    tenant.put("/webhooks/" + id, Definitions.sample().put("deadlineSeconds", 3));
    return id;
  }

  String webhookWithOldSecret() {
    String id = freshWebhook();
    for (String secret : List.of("the first secret", "the second one")) {
      tenant.put(
          "/webhooks/" + id + "/verification",
          "{\"scheme\":\"STRIPE\",\"secret\":\"%s\"}".formatted(secret));
    }
    return id;
  }

  String webhookWithOldUrl() {
    String id = freshWebhook();
    tenant.post("/webhooks/" + id + "/url", "{}");
    return id;
  }

  String freshWebhook() {
    return tenant.createWebhook(Definitions.sample()).get("id").asText();
  }

  String delivery() {
    return delivery;
  }

  Someone member(Role role) {
    return People.member(inlet, organization(), role);
  }

  String freshInvitation(String email) {
    return invitation(email).get("id").asText();
  }

  /** What stands behind the # of an invitation's link. */
  String invitationToken(String email) {
    String url = invitation(email).get("url").asText();
    return url.substring(url.indexOf('#') + 1);
  }

  JsonNode freshApiKey(Role role) {
    return created(
        tenant.post(
            "/api-keys",
            Tenant.JSON.createObjectNode().put("name", "Key").put("role", role.toString())));
  }

  String freshAlertRule() {
    for (JsonNode rule : Tenant.json(tenant.get("/alerts/rules")).get("items")) {
      tenant.delete("/alerts/rules/" + rule.get("id").asText()); // there may be so many only
    }
    return created(tenant.post("/alerts/rules", Requests.alertRule())).get("id").asText();
  }

  String freshAlertEndpoint() {
    deleteAlertEndpoints();
    return created(tenant.post("/alerts/endpoints", Requests.alertEndpoint())).get("id").asText();
  }

  /** There may be so many only. */
  void deleteAlertEndpoints() {
    for (JsonNode endpoint : Tenant.json(tenant.get("/alerts/endpoints")).get("items")) {
      tenant.delete("/alerts/endpoints/" + endpoint.get("id").asText());
    }
  }

  String plannedBatch() {
    return created(tenant.post("/replay-batches", Requests.replayBatch(delivery)))
        .get("id")
        .asText();
  }

  /** One that runs and has nothing to do yet. */
  String runningBatch() {
    cancelBatches(); // so many may be under way only
    String id = plannedBatch();
    Sql.execute(
        inlet,
        """
        SET ROLE inlet_app; SELECT set_config('inlet.organization_id', '%s', false);
        UPDATE replay_batch_deliveries SET due_at = now() + interval '1 hour' WHERE batch_id = '%s'
        """
            .formatted(organization(), id));
    tenant.post("/replay-batches/" + id + "/start", body().put("isSucceededConfirmed", true));
    return id;
  }

  String pausedBatch() {
    String id = runningBatch();
    tenant.post("/replay-batches/" + id + "/pause", null);
    return id;
  }

  private void cancelBatches() {
    for (JsonNode batch : Tenant.json(tenant.get("/replay-batches")).get("items")) {
      tenant.post("/replay-batches/" + batch.get("id").asText() + "/cancel", null);
    }
  }

  /** An e-mail address that nobody has. */
  static String address() {
    return UUID.randomUUID() + "@example.org";
  }

  HttpResponse<String> call(String method, String path, String token, @Nullable Object body) {
    return new Api(inlet).call(method, path, token, body);
  }

  /** How many events the organization's trail and the installation's hold. */
  long auditEvents() {
    return auditEvents(organization().value()) + auditEvents(new UUID(0, 0));
  }

  private long auditEvents(UUID organization) {
    try (Connection connection = inlet.database().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET ROLE inlet_app");
      statement.execute(
          "SELECT set_config('inlet.organization_id', '%s', false)".formatted(organization));
      try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM audit_events")) {
        rows.next();
        return rows.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode invitation(String email) {
    // One organization invites more here than one may.
    Sql.execute(inlet, "DELETE FROM throttles WHERE subject LIKE 'INVITATION_OF_ORGANIZATION:%'");
    return created(
        tenant.post(
            "/invitations",
            Tenant.JSON.createObjectNode().put("email", email).put("role", "VIEWER")));
  }

  private static JsonNode created(HttpResponse<String> answer) {
    if (answer.statusCode() != 201) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return Tenant.json(answer);
  }

  static ObjectNode body() {
    return Tenant.JSON.createObjectNode();
  }
}
