package dev.inlet.platform.audit;

import dev.inlet.platform.offboarding.OrganizationRemains;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;

/** The audit trail of a deleted organization: who was at work meanwhile may still write to it. */
@Singleton
class AuditRemains implements OrganizationRemains {

  private static final int AT_ONCE = 2_000;

  @Override
  public int eraseSome(Handle handle, OrganizationId organization) {
    return handle
        .createUpdate(
            """
            DELETE FROM audit_events WHERE organization_id = :organization AND event_id IN
              (SELECT event_id FROM audit_events WHERE organization_id = :organization ORDER BY event_id LIMIT :max)
            """)
        .bind("organization", organization.value())
        .bind("max", AT_ONCE)
        .execute();
  }

  @Override
  public boolean areGone(Handle handle, OrganizationId organization) {
    return handle
        .createQuery(
            "SELECT NOT EXISTS (SELECT FROM audit_events WHERE organization_id = :organization)")
        .bind("organization", organization.value())
        .mapTo(Boolean.class)
        .one();
  }
}
