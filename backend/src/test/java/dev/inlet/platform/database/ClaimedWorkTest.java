package dev.inlet.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.platform.time.Deadline;
import dev.inlet.testing.Await;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClaimedWorkTest {

  private static final Deadline LATE = Deadline.in(Duration.ofMinutes(1));

  private final BlockingQueue<Integer> rows =
      new LinkedBlockingQueue<>(IntStream.range(0, 5).boxed().toList());
  private final Queue<Integer> begun = new ConcurrentLinkedQueue<>();
  private final Queue<Integer> done = new ConcurrentLinkedQueue<>();
  private final CountDownLatch mayGoOn = new CountDownLatch(1);
  private final ClaimedWork<Integer> work = new ClaimedWork<>("Rows", 2, this::claim, this::seeTo);

  @Test
  void claimsNoMoreThanItHasPlacesFor() {
    work.begin();
    work.begin();

    Await.until(() -> begun.size() == 2);
    assertThat(rows).hasSize(3);
  }

  @Test
  void goesOnByItselfIfToldTo() {
    mayGoOn.countDown();

    work.beginAndGoOn();

    Await.until(() -> done.size() == 5);
  }

  @Test
  void claimsNothingMoreOnceItEndsAndIsWaitedFor() throws Exception {
    work.beginAndGoOn();
    work.end();
    Thread waiting =
        Thread.startVirtualThread(
            () -> {
              try {
                work.await(LATE);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    Await.until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
    assertThat(done).isEmpty();

    mayGoOn.countDown();
    waiting.join();

    assertThat(done).containsExactlyInAnyOrder(0, 1);
    work.beginAndGoOn();
    assertThat(rows).hasSize(3);
  }

  @Test
  void isNotWaitedForLongerThanItsEndHasPatience() throws Exception {
    work.begin();
    work.end();

    work.await(Deadline.in(Duration.ofMillis(1)));

    assertThat(done).isEmpty();
  }

  private List<Integer> claim(int max) {
    return IntStream.range(0, max).mapToObj(i -> rows.poll()).filter(row -> row != null).toList();
  }

  private void seeTo(Integer row) {
    begun.add(row);
    try {
      mayGoOn.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    done.add(row);
  }
}
