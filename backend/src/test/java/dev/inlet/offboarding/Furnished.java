package dev.inlet.offboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;

/** An organization with something in every table of tenants. */
public record Furnished(
    TestInlet inlet, Tenant tenant, JsonNode webhook, JsonNode invitation, JsonNode apiKey) {

  public static Furnished in(TestInlet inlet, Simulator simulator) {
    Tenant tenant = Tenant.connected(inlet, simulator);
    JsonNode webhook = tenant.createWebhook(Definitions.sample());
    tenant.deliver(webhook, Definitions.SAMPLE_PAYLOAD, "a key");
    tenant.put(
        "/webhooks/%s/verification".formatted(webhook.get("id").asText()),
        "{\"scheme\":\"NONE\",\"networks\":[\"127.0.0.0/8\",\"::1\"]}");
    JsonNode verified = tenant.createWebhook(Definitions.sample().put("name", "Verified"));
    tenant.put(
        "/webhooks/%s/verification".formatted(verified.get("id").asText()),
        "{\"scheme\":\"STRIPE\",\"secret\":\"whsec_of_a_sender\"}");
    tenant.put("/deliveries/retention", "{\"days\":30}");
    watch(inlet, tenant, webhook);
    created(tenant.post("/replay-batches", "{\"filter\":{},\"isAsNow\":false}"));
    return new Furnished(
        inlet,
        tenant,
        webhook,
        created(
            tenant.post(
                "/invitations",
                "{\"email\":\"new-%s@example.org\",\"role\":\"VIEWER\"}"
                    .formatted(UUID.randomUUID()))),
        created(tenant.post("/api-keys", "{\"name\":\"A program\",\"role\":\"ADMIN\"}")));
  }

  /** With a rule, an incident of it, an endpoint and a message to it. */
  private static void watch(TestInlet inlet, Tenant tenant, JsonNode webhook) {
    String owner = Tenant.json(tenant.get("/members")).at("/items/0/userId").asText();
    JsonNode rule =
        created(
            tenant.post(
                "/alerts/rules",
                """
                {"kind":"FAILURE_STREAK","isOn":true,"deliveries":3,"countsRejected":false,"tellsAdministrators":true,
                 "members":["%s"]}
                """
                    .formatted(owner)));
    JsonNode endpoint =
        created(tenant.post("/alerts/endpoints", "{\"url\":\"http://127.0.0.1:1/alerts\"}"));
    tenant.post("/alerts/endpoints/" + endpoint.get("id").asText() + "/test", null);
    Sql.execute(
        inlet,
        """
        SET ROLE inlet_app;
        SELECT set_config('inlet.organization_id', '%1$s', false);
        INSERT INTO alert_incidents (organization_id, incident_id, rule_id, webhook_id, kind, opened_at)
        VALUES ('%1$s', uuidv7(), '%2$s', '%3$s', 'FAILURE_STREAK', now());
        """
            .formatted(tenant.organization(), rule.get("id").asText(), webhook.get("id").asText()));
  }

  /** The tables with rows of tenants, in order. */
  static List<String> tables(TestInlet inlet) {
    return Sql.rows(
        inlet,
        """
        SELECT c.table_name FROM information_schema.columns c
        JOIN pg_class t ON t.oid = c.table_name::regclass AND NOT t.relispartition
        WHERE c.column_name = 'organization_id' AND c.table_schema = 'public'
        ORDER BY c.table_name COLLATE "C"
        """);
  }

  /** Those whose rows stay where they are: a worker moves counts from one table to another. */
  static List<String> steadyTables(TestInlet inlet) {
    return tables(inlet).stream().filter(table -> !table.startsWith("delivery_count")).toList();
  }

  /** More of everything that there can be more of, in each state that it can be in. */
  public Furnished completely() {
    tenant.put(
        "/webhooks/" + webhook.get("id").asText(), Definitions.sample().put("deadlineSeconds", 7));
    JsonNode deleted = tenant.createWebhook(Definitions.sample().put("name", "Deleted"));
    tenant.delete("/webhooks/" + deleted.get("id").asText());
    tenant.deliver(webhook, "{}");
    tenant.deliver(webhook, new byte[] {(byte) 0xff, 0, 1});
    for (int i = 0; i < 120; i++) {
      tenant.deliver(webhook, "not JSON " + i);
    }
    JsonNode revoked =
        created(tenant.post("/api-keys", "{\"name\":\"Revoked\",\"role\":\"VIEWER\"}"));
    tenant.delete("/api-keys/" + revoked.get("id").asText());
    return this;
  }

  /** How many rows of the organization's a table holds. */
  int count(String table) {
    String query =
        "SELECT count(*) FROM %s WHERE organization_id = '%s'"
            .formatted(table, tenant.organization());
    return Integer.parseInt(Sql.rowsOf(tenant.organization(), inlet, query).getFirst());
  }

  private static JsonNode created(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Tenant.json(answer);
  }
}
