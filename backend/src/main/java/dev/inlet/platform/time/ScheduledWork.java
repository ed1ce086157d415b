package dev.inlet.platform.time;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Ends what is done again and again before anything that it works with: a worker that came up while
 * the application ends would find half of it gone.
 */
@Singleton
class ScheduledWork implements ApplicationEventListener<ShutdownEvent> {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ExecutorService executor;

  ScheduledWork(@Named(TaskExecutors.SCHEDULED) ExecutorService executor) {
    this.executor = executor;
  }

  @Override
  public void onApplicationEvent(ShutdownEvent event) {
    executor.shutdown();
    try {
      executor.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
