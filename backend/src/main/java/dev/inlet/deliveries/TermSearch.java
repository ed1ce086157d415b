package dev.inlet.deliveries;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Looks where terms occur. Of rare ones it finds every place; frequent ones are better met on the
 * way through the deliveries, from the newest on.
 */
final class TermSearch {

  /** So many are found and joined in a few milliseconds; what is met more often is met soon. */
  private static final int FEW_MAX = 5_000;

  private static final Instant BEGINNING = Instant.EPOCH;
  private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");

  private TermSearch() {}

  /** Within a transaction for the organization, as a role that sees terms alone. */
  static TermMatches find(
      Handle handle, OrganizationId organization, List<Long> terms, DeliveryFilter filter) {
    List<DeliveryId> found =
        Database.asSearcher(
            handle,
            () ->
                handle
                    .createQuery(
                        """
                        SELECT delivery_id FROM delivery_terms
                        WHERE terms @> :terms AND organization_id = :organization
                          AND received_at >= :from AND received_at < :to
                        LIMIT :limit
                        """)
                    .bind("organization", organization.value())
                    .bindArray("terms", Long.class, terms)
                    .bind("from", filter.from() == null ? BEGINNING : filter.from())
                    .bind("to", filter.to() == null ? END : filter.to())
                    .bind("limit", FEW_MAX + 1)
                    .mapTo(UUID.class)
                    .map(DeliveryId::new)
                    .list());
    return found.size() > FEW_MAX
        ? new TermMatches(terms, List.of(), false)
        : new TermMatches(terms, found, true);
  }
}
