package dev.inlet.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;

/** A tenant whose deliveries, rules and times tests make up. */
record Watched(TestInlet inlet, Tenant tenant) {

  static ObjectNode rule(String kind) {
    ObjectNode rule =
        Tenant.JSON
            .createObjectNode()
            .put("kind", kind)
            .put("isOn", true)
            .put("countsRejected", false)
            .put("tellsAdministrators", true);
    rule.putArray("members");
    return rule;
  }

  String addRule(ObjectNode rule) {
    HttpResponse<String> answer = tenant.post("/alerts/rules", rule);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Tenant.json(answer).get("id").asText();
  }

  /** A rule that half of ten deliveries or more within an hour are too many to fail. */
  String addRate() {
    return addRule(
        rule("FAILURE_RATE").put("deliveries", 10).put("percent", 50).put("periodMinutes", 60));
  }

  /** As if so many deliveries had ended a moment ago. */
  void count(JsonNode webhook, int succeeded, int failed, int rejected) {
    asRole(
        "inlet_journal",
        """
        INSERT INTO delivery_counts AS c (organization_id, resolution, starts_at, webhook_id, succeeded, rejected, failed,
                                          unknown, duplicate, body_bytes, took)
        SELECT '%s', r, date_trunc('minute', now()), '%s', %d, %d, %d, 0, 0, 0, '{}' FROM unnest('{MINUTE,QUARTER}'::text[]) r
        ON CONFLICT (organization_id, resolution, starts_at, webhook_id) DO UPDATE
        SET succeeded = c.succeeded + excluded.succeeded, rejected = c.rejected + excluded.rejected,
            failed = c.failed + excluded.failed
        """
            .formatted(
                tenant.organization(), webhook.get("id").asText(), succeeded, rejected, failed));
  }

  /** As if everything had happened so much earlier. */
  void goBack(String table, String column, String interval) {
    asRole(
        "inlet_app",
        "UPDATE %1$s SET %2$s = %2$s - interval '%3$s'".formatted(table, column, interval));
  }

  void watch() {
    inlet.bean(AlertWorker.class).watch();
  }

  List<JsonNode> incidents() {
    JsonNode items = Tenant.json(tenant.get("/alerts/incidents")).get("items");
    return StreamSupport.stream(items.spliterator(), false).toList();
  }

  List<JsonNode> open() {
    return incidents().stream().filter(each -> each.get("closedAt").isNull()).toList();
  }

  void asRole(String role, String sql) {
    Sql.execute(
        inlet,
        "SET ROLE %s; SELECT set_config('inlet.organization_id', '%s', false); %s"
            .formatted(role, tenant.organization(), sql));
  }
}
