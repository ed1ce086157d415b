package dev.inlet.deliveries;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.inlet.platform.database.DatabaseConfiguration;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;

/**
 * Reads that may look at every delivery of an organization. Few run at once, of one organization
 * and of all: deliveries that arrive meanwhile look their webhooks up through the same pool, and
 * half of it is theirs. PostgreSQL gives up what takes too long, and it would take as long again.
 */
@Singleton
class HeavyReads {

  private static final int OF_ORGANIZATION_MAX = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration RETRY_SOON = Duration.ofSeconds(2);
  private static final String QUERY_CANCELED = "57014";

  private final Semaphore ofAll;
  private final Duration patience;

  /** Kept as long as somebody holds one. */
  private final LoadingCache<OrganizationId, Semaphore> ofOrganizations =
      Caffeine.newBuilder().weakValues().build(id -> new Semaphore(OF_ORGANIZATION_MAX, true));

  @Inject
  HeavyReads(DatabaseConfiguration database) {
    this(Math.max(1, database.connectionsMax() / 2), PATIENCE);
  }

  HeavyReads(int ofAllMax, Duration patience) {
    this.ofAll = new Semaphore(ofAllMax, true);
    this.patience = patience;
  }

  /**
   * Runs a heavy read once it is its turn.
   *
   * @param tooLong what to say if it is given up
   * @throws ProblemException if its turn does not come soon, or it takes too long
   */
  <T> T run(OrganizationId organization, String tooLong, Supplier<T> read) {
    Semaphore ofOne = ofOrganizations.get(organization);
    // One's own first: whoever waits for it must not keep the others' places.
    enter(ofOne);
    try {
      enter(ofAll);
      try {
        return inTime(tooLong, read);
      } finally {
        ofAll.release();
      }
    } finally {
      ofOne.release();
    }
  }

  /**
   * Runs a read that is light as a rule.
   *
   * @param tooLong what to say if it is given up
   * @throws ProblemException if it takes too long
   */
  static <T> T inTime(String tooLong, Supplier<T> read) {
    try {
      return read.get();
    } catch (JdbiException e) {
      if (e.getCause() instanceof SQLException cause
          && QUERY_CANCELED.equals(cause.getSQLState())) {
        throw new ProblemException(ProblemType.TOOK_TOO_LONG, tooLong);
      }
      throw e;
    }
  }

  private void enter(Semaphore places) {
    try {
      if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
  }

  private static ProblemException busy() {
    return ProblemException.retryLater(ProblemType.TOO_MANY_REQUESTS, RETRY_SOON);
  }
}
