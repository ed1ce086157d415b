package dev.inlet.platform.database;

import dev.inlet.platform.time.Deadline;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Ends the claimed work of a node before anything that it works with: what was claimed is seen to
 * as long as its connections are there, and nothing is claimed that would not be.
 */
@Singleton
public class ClaimedWorks
    implements GracefulShutdownCapable, ApplicationEventListener<ShutdownEvent> {

  /** A delivery's longest deadline and some; what takes longer is as if the node had died. */
  private static final Duration PATIENCE = Duration.ofSeconds(35);

  private final List<ClaimedWork<?>> works = new CopyOnWriteArrayList<>();
  private @Nullable Deadline over;

  /**
   * Work of one kind.
   *
   * @param what the rows, as the log calls them
   * @param placesMax how many are worked on at once
   * @param claim hands out so many at most
   * @param work is done with each
   */
  public <T> ClaimedWork<T> of(
      String what, int placesMax, IntFunction<List<T>> claim, Consumer<T> work) {
    ClaimedWork<T> claimed = new ClaimedWork<>(what, placesMax, claim, work);
    works.add(claimed);
    return claimed;
  }

  /** Beside whatever callers wait for, and in the same time. */
  @Override
  public CompletionStage<?> shutdownGracefully() {
    Deadline deadline = end();
    return CompletableFuture.runAsync(() -> await(deadline), Thread::startVirtualThread);
  }

  @Override
  public void onApplicationEvent(ShutdownEvent event) {
    await(end());
  }

  private synchronized Deadline end() {
    works.forEach(ClaimedWork::end);
    Deadline deadline = over == null ? Deadline.in(PATIENCE) : over;
    over = deadline;
    return deadline;
  }

  private void await(Deadline deadline) {
    try {
      for (ClaimedWork<?> work : works) {
        work.await(deadline);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
