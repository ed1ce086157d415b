package dev.inlet.imis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.inlet.platform.time.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LargeReadsTest {

  private static final Deadline LATER = Deadline.in(Duration.ofSeconds(20));

  private final LargeReads reads = new LargeReads();
  private final AtomicInteger current = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  @Test
  void readsFromOneHostOneAfterAnother() throws Exception {
    assertThat(mostAtOnce(IntStream.range(0, 15).mapToObj(i -> "imis.example").toList())).isOne();
  }

  @Test
  void readsFewAtOnceFromHoweverManyHosts() throws Exception {
    CountDownLatch reading = new CountDownLatch(LargeReads.AT_ONCE_MAX);
    CountDownLatch release = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < LargeReads.AT_ONCE_MAX; i++) {
        String host = "host-%d.example".formatted(i);
        threads.execute(
            () ->
                read(
                    host,
                    () -> {
                      reading.countDown();
                      return await(release);
                    }));
      }
      reading.await();

      ImisException busy =
          catchThrowableOfType(
              ImisException.class,
              () -> reads.read("one.more.example", Deadline.in(Duration.ofMillis(20)), () -> true));
      release.countDown();

      assertThat(busy.failure()).isEqualTo(ImisFailure.BUSY);
    }
    assertThat(reads.read("one.more.example", LATER, () -> true)).isTrue();
  }

  @Test
  void tellsWhoWaitsTooLongThatItIsBusyAndLetsOthersRead() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> slow =
          threads.submit(
              () ->
                  reads.read(
                      "slow.example",
                      LATER,
                      () -> {
                        reading.countDown();
                        return await(release);
                      }));
      reading.await();

      ImisException busy =
          catchThrowableOfType(
              ImisException.class,
              () -> reads.read("slow.example", Deadline.in(Duration.ofMillis(20)), () -> true));

      assertThat(busy.failure()).isEqualTo(ImisFailure.BUSY);
      assertThat(reads.read("other.example", LATER, () -> true)).isTrue();
      release.countDown();
      assertThat(slow.get()).isTrue();
      assertThat(reads.read("slow.example", LATER, () -> true)).isTrue();
    }
  }

  private void read(String host, LargeReads.Reading<Boolean> reading) {
    try {
      reads.read(host, LATER, reading);
    } catch (ImisException e) {
      throw new AssertionError(e);
    }
  }

  private int mostAtOnce(List<String> hosts) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> each :
          hosts.stream()
              .map(host -> threads.submit(() -> reads.read(host, LATER, this::count)))
              .toList()) {
        each.get();
      }
    }
    return most.get();
  }

  private int count() {
    int now = current.incrementAndGet();
    most.accumulateAndGet(now, Math::max);
    for (int i = 0; i < 10_000; i++) {
      Thread.onSpinWait();
    }
    current.decrementAndGet();
    return now;
  }

  private static boolean await(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
