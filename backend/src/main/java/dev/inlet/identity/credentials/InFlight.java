package dev.inlet.identity.credentials;

import dev.inlet.identity.credentials.Throttle.Subject;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Lets only so many attempts of one subject be under way at once on a node. More are refused and
 * not queued: whoever sends many at once, right or wrong, waits for themselves alone.
 */
public final class InFlight {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final ConcurrentMap<Subject, Integer> underWay = new ConcurrentHashMap<>();
  private final int max;

  public InFlight(int max) {
    this.max = max;
  }

  /**
   * Does the work.
   *
   * @throws ProblemException if too many are under way
   */
  public <T> T run(Subject subject, Supplier<T> work) {
    if (underWay.merge(subject, 1, Integer::sum) > max) {
      leave(subject);
      throw ProblemException.retryLater(ProblemType.TOO_MANY_REQUESTS, RETRY_AFTER);
    }
    try {
      return work.get();
    } finally {
      leave(subject);
    }
  }

  private void leave(Subject subject) {
    underWay.computeIfPresent(subject, (key, count) -> count == 1 ? null : count - 1);
  }
}
