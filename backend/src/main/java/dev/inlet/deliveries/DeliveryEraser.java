package dev.inlet.deliveries;

import dev.inlet.platform.tenancy.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Deletes deliveries of one organization, a few at a time, the oldest first: nothing is locked for
 * long, and nobody's vacuum has much to do at once.
 */
final class DeliveryEraser {

  private static final int AT_ONCE = 500;

  /**
   * One statement, so that no delivery is left without attempts that it had. The times alone name
   * the partitions.
   */
  private static final String ERASE =
      """
      WITH ended AS MATERIALIZED (
        SELECT received_at, delivery_id FROM deliveries
        WHERE organization_id = :organization AND received_at BETWEEN :first AND :last AND outcome <> ALL (:spared)),
      attempted AS (
        DELETE FROM attempts a USING ended e
        WHERE a.organization_id = :organization AND a.received_at BETWEEN :first AND :last
          AND a.received_at = e.received_at AND a.delivery_id = e.delivery_id),
      found AS (
        DELETE FROM delivery_terms t USING ended e
        WHERE t.organization_id = :organization AND t.received_at BETWEEN :first AND :last
          AND t.received_at = e.received_at AND t.delivery_id = e.delivery_id)
      DELETE FROM deliveries d USING ended e
      WHERE d.organization_id = :organization AND d.received_at BETWEEN :first AND :last
        AND d.received_at = e.received_at AND d.delivery_id = e.delivery_id AND d.outcome <> ALL (:spared)
      """;

  private DeliveryEraser() {}

  /**
   * Deletes some, within a transaction that may.
   *
   * @param before only what was received before
   * @param spared outcomes of what has to end first
   * @return how many; 0 if there are none left
   */
  static int eraseSome(
      Handle handle, OrganizationId organization, Instant before, Outcome... spared) {
    List<Instant> times = times(handle, organization, before, spared);
    return times.isEmpty()
        ? 0
        : erase(handle, organization, times.getFirst(), times.getLast(), spared);
  }

  private static List<Instant> times(
      Handle handle, OrganizationId organization, Instant before, Outcome... spared) {
    return handle
        .createQuery(
            """
            SELECT received_at FROM deliveries
            WHERE organization_id = :organization AND received_at < :before AND outcome <> ALL (:spared)
            ORDER BY received_at LIMIT :max
            """)
        .bind("organization", organization.value())
        .bindArray("spared", String.class, names(spared))
        .bind("before", before)
        .bind("max", AT_ONCE)
        .mapTo(Instant.class)
        .list();
  }

  private static int erase(
      Handle handle, OrganizationId organization, Instant first, Instant last, Outcome... spared) {
    return handle
        .createUpdate(ERASE)
        .bind("organization", organization.value())
        .bindArray("spared", String.class, names(spared))
        .bind("first", first)
        .bind("last", last)
        .execute();
  }

  private static List<String> names(Outcome... outcomes) {
    return Stream.of(outcomes).map(Outcome::name).toList();
  }
}
