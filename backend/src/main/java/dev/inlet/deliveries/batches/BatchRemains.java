package dev.inlet.deliveries.batches;

import dev.inlet.platform.offboarding.OrganizationRemains;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;

/**
 * What the batches of a deleted organization consisted of. The batches themselves go with its row,
 * so that nothing of them is claimed or begun any more.
 */
@Singleton
class BatchRemains implements OrganizationRemains {

  private static final int ERASED_AT_ONCE = 5_000;

  @Override
  public int eraseSome(Handle handle, OrganizationId organization) {
    return handle
        .createUpdate(
            """
            DELETE FROM replay_batch_deliveries WHERE organization_id = :organization
              AND ctid = ANY (ARRAY(SELECT ctid FROM replay_batch_deliveries
                                    WHERE organization_id = :organization LIMIT :max))
            """)
        .bind("organization", organization.value())
        .bind("max", ERASED_AT_ONCE)
        .execute();
  }

  @Override
  public boolean areGone(Handle handle, OrganizationId organization) {
    return handle
        .createQuery(
            "SELECT NOT EXISTS (SELECT FROM replay_batch_deliveries WHERE organization_id = :organization)")
        .bind("organization", organization.value())
        .mapTo(Boolean.class)
        .one();
  }
}
