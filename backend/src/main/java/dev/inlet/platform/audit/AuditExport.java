package dev.inlet.platform.audit;

import dev.inlet.platform.offboarding.ExportedFile;
import dev.inlet.platform.offboarding.ExportedRows;
import dev.inlet.platform.offboarding.OrganizationData;
import jakarta.inject.Singleton;
import java.util.List;

/** An organization's audit trail. */
@Singleton
class AuditExport implements OrganizationData {

  private final ExportedRows rows;

  AuditExport(ExportedRows rows) {
    this.rows = rows;
  }

  @Override
  public List<ExportedFile> files() {
    return List.of(
        new ExportedFile(
            "audit-events.ndjson",
            "Who did what to which thing, when and from where.",
            rows.of(
                """
                SELECT event_id AS id, occurred_at, action, actor_kind, actor_id, actor_name, target_id, target_name,
                       source_address, device, before, after, reason
                FROM audit_events WHERE organization_id = :organization
                """,
                "id")));
  }
}
