package dev.inlet.deliveries;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.database.SqlState;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many acknowledged deliveries of an organization wait, so that one whose iMIS is away for long
 * does not fill the disk of all. Counted every few seconds, and what this node takes meanwhile is
 * added: with other nodes it may become as much more as they take in that time.
 */
@Singleton
@Requires(missingProperty = "inlet.is-command") // which takes none
public class Backlogs {

  private static final Logger LOG = LoggerFactory.getLogger(Backlogs.class);

  /** Of each no more than matter, by the indexes by which what is due is found. */
  private static final String COUNT =
      """
      SELECT organization_id, in_any_order.waiting + in_order.waiting AS waiting
      FROM unnest(:organizations::uuid[]) AS asked (organization_id)
      CROSS JOIN LATERAL (
        SELECT count(*) AS waiting FROM (
          SELECT FROM deliveries d WHERE d.organization_id = asked.organization_id
            AND outcome = 'QUEUED' AND queue_place IS NULL LIMIT :max) counted) in_any_order
      CROSS JOIN LATERAL (
        SELECT count(*) AS waiting FROM (
          SELECT FROM deliveries d WHERE d.organization_id = asked.organization_id
            AND outcome IN ('RECEIVED', 'QUEUED') AND queue_place IS NOT NULL AND outcome_before IS NULL
          LIMIT :max) counted) in_order
      """;

  private final Jdbi jdbi;
  private final int max;
  private final ConcurrentMap<OrganizationId, Integer> waiting = new ConcurrentHashMap<>();

  Backlogs(@Named("journal") DataSource dataSource, BacklogConfiguration configuration) {
    this.jdbi = Database.jdbi(dataSource);
    this.max = configuration.queuedDeliveriesMax();
  }

  /** Counts one more, unless as many wait as may. */
  public boolean takes(OrganizationId organization) {
    if (waiting.getOrDefault(organization, 0) >= max) {
      return false;
    }
    waiting.merge(organization, 1, Integer::sum);
    return true;
  }

  /** Whoever this node took nothing of, or of whom nothing waits any more, is not asked about. */
  @Scheduled(fixedDelay = "5s", initialDelay = "5s")
  void count() {
    Set<OrganizationId> asked = Set.copyOf(waiting.keySet());
    if (asked.isEmpty()) {
      return;
    }
    try {
      counted(asked)
          .forEach(
              (organization, count) ->
                  waiting.compute(organization, (id, known) -> count == 0 ? null : count));
    } catch (RuntimeException e) {
      LOG.warn("What waits could not be counted; the last counts stay: {}", SqlState.of(e));
    }
  }

  private Map<OrganizationId, Integer> counted(Set<OrganizationId> asked) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(COUNT)
                .bindArray(
                    "organizations", UUID.class, asked.stream().map(OrganizationId::value).toList())
                .bind("max", max)
                .reduceRows(
                    new ConcurrentHashMap<>(),
                    (counts, row) -> {
                      counts.put(
                          new OrganizationId(row.getColumn("organization_id", UUID.class)),
                          row.getColumn("waiting", Integer.class));
                      return counts;
                    }));
  }
}
