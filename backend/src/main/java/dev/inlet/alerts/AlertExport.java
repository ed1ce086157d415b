package dev.inlet.alerts;

import dev.inlet.platform.offboarding.ExportedFile;
import dev.inlet.platform.offboarding.ExportedRows;
import dev.inlet.platform.offboarding.OrganizationData;
import jakarta.inject.Singleton;
import java.util.List;

/** An organization's rules, incidents, endpoints and what those were sent; without secrets. */
@Singleton
class AlertExport implements OrganizationData {

  private final ExportedRows rows;

  AlertExport(ExportedRows rows) {
    this.rows = rows;
  }

  @Override
  public List<ExportedFile> files() {
    return List.of(rules(), incidents(), endpoints(), messages());
  }

  private ExportedFile rules() {
    return new ExportedFile(
        "alert-rules.ndjson",
        "What is and was told by alerts, and to which members beside owners and admins.",
        rows.of(
            """
            SELECT r.rule_id AS id, r.kind, r.webhook_id, r.is_on, r.deliveries, r.percent, r.period_minutes, r.counts_rejected,
                   r.tells_administrators, r.created_at, r.updated_at, r.deleted_at,
                   (SELECT coalesce(json_agg(m.user_id), '[]') FROM alert_rule_members m
                    WHERE m.organization_id = r.organization_id AND m.rule_id = r.rule_id) AS members
            FROM alert_rules r WHERE r.organization_id = :organization
            """,
            "id"));
  }

  private ExportedFile incidents() {
    return new ExportedFile(
        "alert-incidents.ndjson",
        "What failed, from when until when.",
        rows.of(
            """
            SELECT incident_id AS id, rule_id, webhook_id, kind, failed, counted, period_minutes, opened_at, told_at, closed_at,
                   is_recovered, mails_left_out
            FROM alert_incidents WHERE organization_id = :organization
            """,
            "id"));
  }

  private ExportedFile endpoints() {
    return new ExportedFile(
        "alert-endpoints.ndjson",
        "Which addresses are told of incidents; without what messages are signed with.",
        rows.of(
            """
            SELECT endpoint_id AS id, url, created_by, created_at, disabled_at, disabled_because
            FROM alert_endpoints WHERE organization_id = :organization
            """,
            "id"));
  }

  private ExportedFile messages() {
    return new ExportedFile(
        "alert-messages.ndjson",
        "What those addresses were sent, and what became of it.",
        rows.of(
            """
            SELECT message_id AS id, endpoint_id, type, payload, created_at, attempts, attempted_at, delivered_at, status_code,
                   failure
            FROM alert_messages WHERE organization_id = :organization
            """,
            "id"));
  }
}
