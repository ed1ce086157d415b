package dev.inlet.deliveries;

import dev.inlet.platform.access.CurrentCaller;
import dev.inlet.platform.database.DatabaseConfiguration;
import dev.inlet.platform.database.SqlState;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.tenancy.Places;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;

/**
 * Reads that may look at every delivery of an organization. Few run at once, of one organization,
 * of one person and of all: deliveries that arrive meanwhile look their webhooks up through the
 * same pool, and half of it is theirs. PostgreSQL gives up what takes too long, and it would take
 * as long again.
 */
@Singleton
public class HeavyReads {

  /** Of an organization, and of a person. */
  private static final int OF_EACH_MAX = 2;

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Places places;
  private final CurrentCaller caller;

  @Inject
  HeavyReads(DatabaseConfiguration database, CurrentCaller caller) {
    this(Math.max(1, database.connectionsMax() / 2), PATIENCE, caller);
  }

  HeavyReads(int ofAllMax, Duration patience, CurrentCaller caller) {
    this.places = new Places(OF_EACH_MAX, ofAllMax, patience);
    this.caller = caller;
  }

  /**
   * Runs a heavy read once it is its turn.
   *
   * @param tooLong what to say if it is given up
   * @throws ProblemException if its turn does not come soon, or it takes too long
   */
  public <T> T run(OrganizationId organization, String tooLong, Supplier<T> read) {
    return places.in(
        organization, caller.get().map(Caller::id).orElse(null), () -> inTime(tooLong, read));
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
      if (SqlState.isGivenUp(e)) {
        throw new ProblemException(ProblemType.TOOK_TOO_LONG, tooLong);
      }
      throw e;
    }
  }
}
