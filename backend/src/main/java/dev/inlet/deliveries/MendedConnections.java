package dev.inlet.deliveries;

import dev.inlet.platform.database.ChangeListener;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.database.SqlState;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits because the credentials are refused or missing waits for people: once the connection
 * is changed or its test passes, it is tried at once. Each node does it; once is enough, so what
 * one of them misses the others have done.
 */
@Singleton
@Requires(missingProperty = "inlet.is-command") // which has no time for others' deliveries
class MendedConnections implements ChangeListener {

  private static final Logger LOG = LoggerFactory.getLogger(MendedConnections.class);

  private static final int AT_ONCE = 1_000;

  private final Jdbi journal;
  private final Database database;
  private final Clock clock;
  private final int atOnce;

  /** So that ten thousand changes at once take one connection to PostgreSQL, and not all. */
  private final ExecutorService oneByOne =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("mended-connections").factory());

  private final Set<OrganizationId> toLookAt = ConcurrentHashMap.newKeySet();

  @Inject
  MendedConnections(@Named("journal") DataSource dataSource, Database database, Clock clock) {
    this(dataSource, database, clock, AT_ONCE);
  }

  /**
   * With another limit.
   *
   * @param atOnce how many are locked at once at most: others wait for them, and finish theirs
   *     meanwhile
   */
  MendedConnections(DataSource dataSource, Database database, Clock clock, int atOnce) {
    this.journal = Database.jdbi(dataSource);
    this.database = database;
    this.clock = clock;
    this.atOnce = atOnce;
  }

  /** Not on the thread that tells of changes: others wait for it. */
  @Override
  public void changed(String table, OrganizationId organization) {
    if (table.equals("connections") && toLookAt.add(organization)) {
      oneByOne.execute(() -> lookAt(organization));
    }
  }

  /** What changes from now on is looked at once more. */
  private void lookAt(OrganizationId organization) {
    toLookAt.remove(organization);
    hurryIfMended(organization);
  }

  @PreDestroy
  void close() {
    oneByOne.shutdownNow();
  }

  /** What waits is tried in the end, without anybody knowing of a change. */
  @Override
  public void everythingMayHaveChanged() {}

  private void hurryIfMended(OrganizationId organization) {
    try {
      if (isMended(organization)) {
        hurry(organization);
      }
    } catch (RuntimeException e) {
      LOG.warn("What waits for a mended connection waits on: {}", SqlState.of(e));
    }
  }

  /** That credentials are refused is a change, too. */
  private boolean isMended(OrganizationId organization) {
    return database.inOrganization(
        organization,
        handle ->
            handle
                .createQuery(
                    """
                    SELECT EXISTS (SELECT FROM connections
                                   WHERE organization_id = :organization AND credentials_failing_since IS NULL)
                    """)
                .bind("organization", organization.value())
                .mapTo(Boolean.class)
                .one());
  }

  private void hurry(OrganizationId organization) {
    Instant now = clock.instant();
    int hurried;
    do {
      hurried = journal.withHandle(handle -> hurrySome(handle, organization, now));
    } while (hurried == atOnce);
  }

  /** What another has locked is being hurried or tried by that one. */
  private int hurrySome(Handle handle, OrganizationId organization, Instant now) {
    return handle
        .createUpdate(
            """
            UPDATE deliveries d SET deadline_at = :now
            FROM (SELECT w.organization_id, w.received_at, w.delivery_id FROM deliveries w
                  CROSS JOIN LATERAL (
                    SELECT reason FROM attempts
                    WHERE organization_id = w.organization_id AND received_at = w.received_at
                      AND delivery_id = w.delivery_id AND number = w.attempts_begun - 1
                    OFFSET 0) a -- for the reason that DeliveryQuery.eachOf has
                  WHERE w.organization_id = :organization AND w.outcome = 'QUEUED' AND w.attempts_begun > 1
                    AND w.deadline_at > :now AND a.reason IN ('CREDENTIALS_REFUSED', 'NOT_CONNECTED')
                  LIMIT :atOnce FOR UPDATE OF w SKIP LOCKED) waiting
            WHERE d.organization_id = waiting.organization_id AND d.received_at = waiting.received_at
              AND d.delivery_id = waiting.delivery_id
            """)
        .bind("organization", organization.value())
        .bind("now", now)
        .bind("atOnce", atOnce)
        .execute();
  }
}
