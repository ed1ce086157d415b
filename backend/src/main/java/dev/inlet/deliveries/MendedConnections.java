package dev.inlet.deliveries;

import dev.inlet.platform.database.ChangeListener;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.database.SqlState;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;
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

  private final Jdbi journal;
  private final Database database;
  private final Clock clock;

  MendedConnections(@Named("journal") DataSource dataSource, Database database, Clock clock) {
    this.journal = Database.jdbi(dataSource);
    this.database = database;
    this.clock = clock;
  }

  /** Not on the thread that tells of changes: others wait for it. */
  @Override
  public void changed(String table, OrganizationId organization) {
    if (table.equals("connections")) {
      Thread.startVirtualThread(() -> hurryIfMended(organization));
    }
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
    journal.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                      UPDATE deliveries d SET deadline_at = :now FROM attempts a
                      WHERE d.organization_id = :organization AND d.outcome = 'QUEUED' AND d.attempts_begun > 1
                        AND d.deadline_at > :now
                        AND a.organization_id = d.organization_id AND a.received_at = d.received_at
                        AND a.delivery_id = d.delivery_id AND a.number = d.attempts_begun - 1
                        AND a.reason IN ('CREDENTIALS_REFUSED', 'NOT_CONNECTED')
                      """)
                .bind("organization", organization.value())
                .bind("now", clock.instant())
                .execute());
  }
}
