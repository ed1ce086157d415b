package dev.inlet.platform.tenancy;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how much of something heavy runs at once on this node, of one organization and of all; of
 * one person, too, who may have founded many organizations.
 */
public final class Places {

  private static final Duration RETRY_SOON = Duration.ofSeconds(2);

  private final Semaphore ofAll;
  private final Duration patience;

  /** Kept as long as somebody holds one. */
  private final LoadingCache<Object, Semaphore> ofEach;

  /**
   * So many places.
   *
   * @param ofEachMax of an organization, and of a person
   * @param patience how long to wait for one's turn; thrice at most
   */
  public Places(int ofEachMax, int ofAllMax, Duration patience) {
    this.ofAll = new Semaphore(ofAllMax, true);
    this.ofEach = Caffeine.newBuilder().weakValues().build(id -> new Semaphore(ofEachMax, true));
    this.patience = patience;
  }

  /**
   * Works once it is its turn.
   *
   * @throws ProblemException TOO_MANY_REQUESTS if its turn does not come soon; nothing was done
   */
  public <T> T in(OrganizationId organization, Supplier<T> work) {
    // One's own first: whoever waits for it must not keep the others' places.
    return within(ofEach.get(organization), () -> within(ofAll, work));
  }

  /**
   * Works once it is its turn, for a person as well as an organization.
   *
   * @param person null if it is nobody's doing
   * @throws ProblemException TOO_MANY_REQUESTS if its turn does not come soon; nothing was done
   */
  public <T> T in(OrganizationId organization, @Nullable UUID person, Supplier<T> work) {
    return person == null
        ? in(organization, work)
        : within(ofEach.get(person), () -> in(organization, work));
  }

  private <T> T within(Semaphore places, Supplier<T> work) {
    enter(places);
    try {
      return work.get();
    } finally {
      places.release();
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
