package dev.inlet.deliveries;

import dev.inlet.platform.offboarding.OrganizationRemains;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The deliveries of a deleted organization, how many there were, and by which keys they came. What
 * is being worked on ends first, one way or another: its caller is told the truth.
 */
@Singleton
class DeliveryRemains implements OrganizationRemains {

  private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");
  private static final int BATCH = 5_000;
  private static final List<String> REST =
      List.of("delivery_count_changes", "delivery_counts", "idempotency_keys");

  @Override
  public int eraseSome(Handle handle, OrganizationId organization) {
    int erased = DeliveryEraser.eraseSome(handle, organization, END, Outcome.RECEIVED);
    return erased > 0
        ? erased
        : REST.stream().mapToInt(table -> forgetSome(handle, organization, table)).sum();
  }

  private static int forgetSome(Handle handle, OrganizationId organization, String table) {
    return handle
        .createUpdate(
            """
            DELETE FROM %1$s WHERE organization_id = :organization
              AND ctid = ANY (ARRAY(SELECT ctid FROM %1$s WHERE organization_id = :organization LIMIT :max))
            """
                .formatted(table))
        .bind("organization", organization.value())
        .bind("max", BATCH)
        .execute();
  }

  @Override
  public boolean areGone(Handle handle, OrganizationId organization) {
    return handle
        .createQuery(
            """
            SELECT NOT EXISTS (SELECT FROM deliveries WHERE organization_id = :organization)
               AND NOT EXISTS (SELECT FROM delivery_count_changes WHERE organization_id = :organization)
               AND NOT EXISTS (SELECT FROM delivery_counts WHERE organization_id = :organization)
               AND NOT EXISTS (SELECT FROM idempotency_keys WHERE organization_id = :organization)
            """)
        .bind("organization", organization.value())
        .mapTo(Boolean.class)
        .one();
  }
}
