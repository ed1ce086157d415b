package dev.inlet.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.testing.TestInlet;
import io.micronaut.scheduling.TaskScheduler;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import org.junit.jupiter.api.Test;

class ScheduledWorkTest {

  private static final Duration WORK = Duration.ofSeconds(2);

  @Test
  void isDoneBeforeWhatItWorksWithIsGone() throws Exception {
    TestInlet inlet = TestInlet.start(Map.of());
    CountDownLatch begun = new CountDownLatch(1);
    ScheduledFuture<Boolean> work =
        inlet
            .bean(TaskScheduler.class)
            .schedule(
                Duration.ZERO,
                () -> {
                  begun.countDown();
                  return hasDatabase(inlet, Deadline.in(WORK));
                });
    begun.await();

    inlet.close();

    assertThat(work.isDone()).isTrue();
    assertThat(work.get()).isTrue();
  }

  /** Whether it is there all the time. */
  private static boolean hasDatabase(TestInlet inlet, Deadline until) throws SQLException {
    boolean isThere = true;
    while (isThere && !until.remaining().isZero()) {
      try (Connection connection = inlet.connection("app")) {
        isThere = connection.isValid(1);
      }
    }
    return isThere;
  }
}
