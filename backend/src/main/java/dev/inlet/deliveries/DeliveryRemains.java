package dev.inlet.deliveries;

import dev.inlet.platform.offboarding.OrganizationRemains;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The deliveries of a deleted organization. What is being worked on ends first, one way or another:
 * its caller is told the truth.
 */
@Singleton
class DeliveryRemains implements OrganizationRemains {

  private static final int BATCH = 500;

  /**
   * One statement, so that no delivery is left without attempts that it had. The times alone name
   * the partitions.
   */
  private static final String ERASE =
      """
      WITH ended AS MATERIALIZED (
        SELECT received_at, delivery_id FROM deliveries
        WHERE organization_id = :organization AND received_at BETWEEN :first AND :last AND outcome <> 'RECEIVED'),
      attempted AS (
        DELETE FROM attempts a USING ended e
        WHERE a.organization_id = :organization AND a.received_at BETWEEN :first AND :last
          AND a.received_at = e.received_at AND a.delivery_id = e.delivery_id)
      DELETE FROM deliveries d USING ended e
      WHERE d.organization_id = :organization AND d.received_at BETWEEN :first AND :last
        AND d.received_at = e.received_at AND d.delivery_id = e.delivery_id AND d.outcome <> 'RECEIVED'
      """;

  @Override
  public int eraseSome(Handle handle, OrganizationId organization) {
    List<Instant> times = times(handle, organization);
    return times.isEmpty() ? 0 : erase(handle, organization, times.getFirst(), times.getLast());
  }

  private static List<Instant> times(Handle handle, OrganizationId organization) {
    return handle
        .createQuery(
            """
            SELECT received_at FROM deliveries WHERE organization_id = :organization AND outcome <> 'RECEIVED'
            ORDER BY received_at LIMIT :max
            """)
        .bind("organization", organization.value())
        .bind("max", BATCH)
        .mapTo(Instant.class)
        .list();
  }

  private static int erase(
      Handle handle, OrganizationId organization, Instant first, Instant last) {
    return handle
        .createUpdate(ERASE)
        .bind("organization", organization.value())
        .bind("first", first)
        .bind("last", last)
        .execute();
  }

  @Override
  public boolean areGone(Handle handle, OrganizationId organization) {
    return handle
        .createQuery(
            "SELECT NOT EXISTS (SELECT FROM deliveries WHERE organization_id = :organization)")
        .bind("organization", organization.value())
        .mapTo(Boolean.class)
        .one();
  }
}
