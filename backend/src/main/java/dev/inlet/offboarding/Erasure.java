package dev.inlet.offboarding;

import dev.inlet.organizations.ClosedOrganizations;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.offboarding.OrganizationRemains;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.time.Deadline;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases what remains of deleted organizations, some rows at a time. What is to be done stands in
 * the database: whichever node runs goes on with it.
 */
@Singleton
@Requires(missingProperty = "inlet.is-command") // which has no time for what remains
class Erasure {

  private static final Logger LOG = LoggerFactory.getLogger(Erasure.class);

  /**
   * Longer than anything takes that was begun before the organization was closed, on a node that
   * had not heard of it yet, until it is written down or given up.
   */
  static final Duration QUIET = Duration.ofMinutes(2);

  /** Others have to have their turn, and the thread belongs to all scheduled work. */
  private static final Duration TURN = Duration.ofSeconds(20);

  private final ClosedOrganizations closed;
  private final List<OrganizationRemains> remains;
  private final Database database;
  private final Clock clock;

  Erasure(
      ClosedOrganizations closed,
      List<OrganizationRemains> remains,
      Database database,
      Clock clock) {
    this.closed = closed;
    this.remains = remains;
    this.database = database;
    this.clock = clock;
  }

  /** Does at once what is otherwise done soon. */
  void begin() {
    Thread.ofVirtual().name("erasure").start(this::run);
  }

  @Scheduled(fixedDelay = "10s", initialDelay = "5s")
  void run() {
    for (OrganizationId organization : closed.listUnerased()) {
      try {
        erase(organization, clock.instant());
      } catch (RuntimeException e) {
        LOG.warn("Organization {} could not be erased yet: {}", organization, e.getMessage());
      }
    }
  }

  void erase(OrganizationId organization, Instant now) {
    Deadline deadline = Deadline.in(TURN);
    boolean hasErased = true;
    while (hasErased && !deadline.remaining().isZero()) {
      hasErased = database.asEraser(organization, handle -> eraseSome(handle, organization));
    }
    if (database.asEraser(organization, handle -> settle(handle, organization, now))) {
      LOG.info("Of organization {} nothing remains", organization);
    }
  }

  private boolean eraseSome(Handle handle, OrganizationId organization) {
    int erased = 0;
    if (isAlone(handle, organization)) {
      for (OrganizationRemains each : remains) {
        erased += each.eraseSome(handle, organization);
      }
    }
    return erased > 0;
  }

  private boolean settle(Handle handle, OrganizationId organization, Instant now) {
    return remains.stream().allMatch(each -> each.areGone(handle, organization))
        && closed.setErased(organization, handle, now, now.minus(QUIET));
  }

  /** Two nodes that delete the same rows would only wait for each other. */
  private static boolean isAlone(Handle handle, OrganizationId organization) {
    return handle
        .createQuery("SELECT pg_try_advisory_xact_lock(hashtextextended('erasure:' || :id, 0))")
        .bind("id", organization.toString())
        .mapTo(Boolean.class)
        .one();
  }
}
