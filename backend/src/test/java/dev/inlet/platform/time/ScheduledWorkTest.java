package dev.inlet.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.event.ShutdownEvent;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ScheduledWorkTest {

  @Test
  void endsBeforeAnythingElse() {
    ExecutorService executor = new ScheduledThreadPoolExecutor(1);
    AtomicInteger ended = new AtomicInteger();
    executor.execute(ended::incrementAndGet);

    try (ApplicationContext context = ApplicationContext.builder().build()) {
      new ScheduledWork(executor).onApplicationEvent(new ShutdownEvent(context));
    }

    assertThat(executor.isTerminated()).isTrue();
    assertThat(ended).hasValue(1);
  }
}
