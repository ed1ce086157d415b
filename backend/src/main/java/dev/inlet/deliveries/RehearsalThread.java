package dev.inlet.deliveries;

import dev.inlet.platform.access.CurrentCaller;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.tenancy.Places;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Where schemas are tried on deliveries: that may compute for seconds without a pause. One at a
 * time of all, and not on one of the few threads that carry whatever else is done.
 */
@Singleton
class RehearsalThread {

  /** A little longer than one takes. */
  private static final Duration PATIENCE = Rehearsals.TIME_MAX.plusSeconds(2);

  private final Places places = new Places(1, 1, PATIENCE);
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("rehearsal").daemon().factory());
  private final CurrentCaller caller;

  RehearsalThread(CurrentCaller caller) {
    this.caller = caller;
  }

  /**
   * Computes once it is its turn.
   *
   * @throws ProblemException if that does not come soon
   */
  <T> T run(OrganizationId organization, Supplier<T> work) {
    return places.in(organization, caller.get().map(Caller::id).orElse(null), () -> computed(work));
  }

  private <T> T computed(Supplier<T> work) {
    try {
      return CompletableFuture.supplyAsync(work, thread).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  @PreDestroy
  void close() {
    thread.shutdown();
  }
}
