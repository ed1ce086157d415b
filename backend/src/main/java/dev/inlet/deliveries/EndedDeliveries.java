package dev.inlet.deliveries;

import dev.inlet.platform.tenancy.OrganizationId;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * How many deliveries ended, by what is counted of each. Almost exactly: what a replay is about to
 * change, and what is erased, may still be in.
 */
final class EndedDeliveries {

  private static final String OF_ALL_OUTCOMES =
      "d.succeeded + d.rejected + d.failed + d.unknown + d.duplicate";

  private EndedDeliveries() {}

  /** Those of a webhook or an outcome, if the filter names one; of all else nothing is counted. */
  static long count(
      Handle handle, OrganizationId organization, DeliveryFilter filter, CountedTime time) {
    Outcome outcome = filter.outcome();
    String sql =
        sql(
            outcome == null ? OF_ALL_OUTCOMES : "d." + outcome.name().toLowerCase(Locale.ROOT),
            filter.webhook() == null ? "" : " AND d.webhook_id = :webhook",
            outcome == null ? "" : " AND d.outcome = '%s'".formatted(outcome));
    Query query = time.bindTo(handle.createQuery(sql)).bind("organization", organization.value());
    if (filter.webhook() != null) {
      query.bind("webhook", filter.webhook());
    }
    return query.mapTo(Long.class).one();
  }

  /**
   * What is counted, what is not added up yet, and the deliveries at the ends themselves.
   *
   * @param ended the column that counts them
   * @param webhook whose they are, as a condition
   * @param outcome how they ended, as a condition
   */
  private static String sql(String ended, String webhook, String outcome) {
    return """
      WITH stretches AS (
        SELECT * FROM unnest(:resolutions::text[], :froms::timestamptz[], :tos::timestamptz[]) AS s (resolution, starts, ends)),
      rests AS (SELECT * FROM unnest(:restFroms::timestamptz[], :restTos::timestamptz[]) AS r (starts, ends))
      SELECT coalesce(sum(n), 0) FROM (
        SELECT %1$s AS n FROM stretches s
        JOIN delivery_counts d ON d.resolution = s.resolution AND d.starts_at >= s.starts AND d.starts_at < s.ends
        WHERE d.organization_id = :organization%2$s
        UNION ALL
        SELECT d.change FROM stretches s
        JOIN delivery_count_changes d ON d.received_at >= s.starts AND d.received_at < s.ends
        WHERE d.organization_id = :organization%2$s%3$s
        UNION ALL
        SELECT count(*) FROM rests r
        JOIN deliveries d ON d.received_at >= r.starts AND d.received_at < r.ends
        WHERE d.organization_id = :organization AND d.outcome NOT IN ('RECEIVED', 'QUEUED')%2$s%3$s) counted
      """
        .formatted(ended, webhook, outcome);
  }
}
