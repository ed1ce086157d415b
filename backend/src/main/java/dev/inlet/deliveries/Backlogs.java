package dev.inlet.deliveries;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.database.SqlState;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many acknowledged deliveries of each organization wait, so that one whose iMIS is away for
 * long does not pile them up without end. Nearly: a node counts from half of the bound on, every
 * few seconds, and adds what it takes itself meanwhile; what other nodes take in that time comes on
 * top.
 */
@Singleton
@Requires(missingProperty = "inlet.is-command") // which takes none
public class Backlogs {

  private static final Logger LOG = LoggerFactory.getLogger(Backlogs.class);

  /** No more than matter, by the indexes by which what is due is found. */
  private static final String COUNT =
      """
      SELECT (SELECT count(*) FROM (
                SELECT FROM deliveries WHERE organization_id = :organization
                  AND outcome = 'QUEUED' AND queue_place IS NULL LIMIT :max) in_any_order)
           + (SELECT count(*) FROM (
                SELECT FROM deliveries WHERE organization_id = :organization
                  AND outcome IN ('RECEIVED', 'QUEUED') AND queue_place IS NOT NULL AND outcome_before IS NULL
                LIMIT :max) in_order)
      """;

  private final Jdbi jdbi;
  private final int max;
  private final ConcurrentMap<OrganizationId, Backlog> backlogs = new ConcurrentHashMap<>();

  Backlogs(@Named("journal") DataSource dataSource, BacklogConfiguration configuration) {
    this.jdbi = Database.jdbi(dataSource);
    this.max = configuration.queuedDeliveriesMax();
  }

  /** Whether another one may wait. */
  public boolean hasRoom(OrganizationId organization) {
    Backlog backlog = backlogs.get(organization);
    return backlog == null || backlog.size() < max;
  }

  /** One more waits. */
  public void add(OrganizationId organization) {
    backlogs.computeIfAbsent(organization, _ -> new Backlog()).add();
  }

  @Scheduled(fixedDelay = "5s", initialDelay = "5s")
  void count() {
    backlogs.forEach(
        (organization, backlog) -> {
          if (2L * backlog.size() >= max && backlog.mayBeCounted()) {
            count(organization);
          }
        });
  }

  /** In a statement of its own, and given up soon: others need the connection. */
  void count(OrganizationId organization) {
    Backlog backlog = backlogs.computeIfAbsent(organization, _ -> new Backlog());
    boolean hadRoom = backlog.size() < max;
    try {
      backlog.count(() -> waiting(organization));
    } catch (RuntimeException e) {
      LOG.warn("What waits of {} could not be counted: {}", organization, SqlState.of(e));
    }
    if (hadRoom && backlog.size() >= max) {
      LOG.warn(
          "As many acknowledged deliveries of {} wait as may: no more are taken", organization);
    }
  }

  private int waiting(OrganizationId organization) {
    return jdbi.inTransaction(
        handle -> {
          handle.execute("SET LOCAL statement_timeout = '1s'");
          return handle
              .createQuery(COUNT)
              .bind("organization", organization.value())
              .bind("max", max)
              .mapTo(Integer.class)
              .one();
        });
  }
}
