package dev.inlet.webhooks;

import dev.inlet.platform.paging.ByName;
import dev.inlet.platform.tenancy.OrganizationId;
import org.jdbi.v3.core.Handle;

/** Bounds lists of webhooks by size: many large schemas must not fill a node's memory. */
final class PageBytes {

  /** As text; the tree it is read into is many times larger. */
  private static final int MAX = 1024 * 1024;

  private PageBytes() {}

  /**
   * How many of the next webhooks by name fit into one page, at least one.
   *
   * @param condition narrows the webhooks {@code w}, as the list does
   * @param limit more than so many are not asked for
   */
  static int fitting(
      Handle handle, OrganizationId organization, String condition, ByName after, int limit) {
    return handle
        .createQuery(
            """
            SELECT greatest(1, count(*) FILTER (WHERE so_far <= :bytes)) FROM (
              SELECT sum(octet_length(v.schema::text) + octet_length(v.action::text)
                         + coalesce(octet_length(v.panel::text), 0) + coalesce(octet_length(v.privacy::text), 0)
                         + coalesce(octet_length(v.idempotency::text), 0) + coalesce(octet_length(v.queue::text), 0))
                       OVER (ORDER BY lower(w.name), w.webhook_id) AS so_far
              FROM webhooks w
              JOIN webhook_versions v
                ON v.organization_id = w.organization_id AND v.webhook_id = w.webhook_id AND v.number = w.version_number
              WHERE w.organization_id = :organization %s
                AND (lower(w.name), w.webhook_id) > (lower(:afterName), :afterId)
              ORDER BY lower(w.name), w.webhook_id LIMIT :limit) sizes
            """
                .formatted(condition))
        .bind("organization", organization.value())
        .bind("afterName", after.name())
        .bind("afterId", after.id())
        .bind("limit", limit)
        .bind("bytes", MAX)
        .mapTo(Integer.class)
        .one();
  }
}
