package dev.inlet.deliveries;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.OrganizationId;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Looks where terms occur. Of rare ones it finds every place; frequent ones are better met on the
 * way through the deliveries, from the newest on.
 */
final class TermSearch {

  /** So many are found and joined well within a second; what is met more often is met soon. */
  static final int FEW_MAX = 10_000;

  private TermSearch() {}

  /** Within a transaction for the organization, as a role that sees terms alone. */
  static TermMatches find(
      Handle handle, OrganizationId organization, List<Long> terms, DeliveryFilter filter) {
    List<DeliveryId> found =
        Database.asSearcher(
            handle,
            () ->
                query(handle, filter)
                    .bind("organization", organization.value())
                    .bindArray("terms", Long.class, terms)
                    .bind("limit", FEW_MAX + 1)
                    .mapTo(UUID.class)
                    .map(DeliveryId::new)
                    .list());
    return found.size() > FEW_MAX
        ? new TermMatches(terms, List.of(), false)
        : new TermMatches(terms, found, true);
  }

  /**
   * A term has its organization hashed in: asked for both at once, PostgreSQL would read all the
   * organization's keys to find what is in both.
   */
  private static Query query(Handle handle, DeliveryFilter filter) {
    String having = "SELECT delivery_id, organization_id FROM delivery_terms WHERE terms @> :terms";
    if (filter.from() != null) {
      having += " AND received_at >= :from";
    }
    if (filter.to() != null) {
      having += " AND received_at < :to";
    }
    Query query =
        handle.createQuery(
            "SELECT delivery_id FROM ("
                + having
                + " OFFSET 0) t WHERE organization_id = :organization LIMIT :limit");
    if (filter.from() != null) {
      query.bind("from", filter.from());
    }
    if (filter.to() != null) {
      query.bind("to", filter.to());
    }
    return query;
  }
}
