package dev.inlet.imis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imissimulator.Fault;
import dev.imissimulator.Fault.Part;
import dev.inlet.platform.time.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No more calls at once than a connection allows. */
class ConcurrencyTest extends ImisTestBase {

  @Test
  void neverExceedsTheLimit() throws Exception {
    try (SlowServer server = SlowServer.start(Duration.ofMillis(40))) {
      ImisClient client = client(new ImisAccount(server.url(), "demo", "demo", 3));

      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<ImisClient.Inserted>> all =
            Stream.generate(() -> threads.submit(() -> insert(client))).limit(24).toList();
        for (Future<ImisClient.Inserted> one : all) {
          one.get();
        }
      }

      assertThat(server.mostAtOnce()).isEqualTo(3);
    }
  }

  @Test
  void tellsThoseWhoWaitTooLongThatItIsBusy() throws Exception {
    ImisClient client = client(new ImisAccount(IMIS.baseUrl(), "demo", "demo&100%=ok", 1));
    insert(client);
    IMIS.set(s -> s.withFault(Fault.hang(Part.INSERT)));

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<ImisException> first =
          threads.submit(() -> failure(client, Deadline.in(Duration.ofMinutes(1))));
      while (inserts() < 2) {
        Thread.onSpinWait();
      }
      ImisException second = failure(client, Deadline.in(Duration.ofMillis(300)));
      assertThat(first).isNotDone();
      IMIS.set(s -> s.withFaults(List.of()));

      assertThat(second.failure()).isEqualTo(ImisFailure.BUSY);
      assertThat(second.failure().mayHaveWritten()).isFalse();
      assertThat(inserts()).isEqualTo(2);
      first.cancel(true);
    }
  }

  @Test
  void freesThePlaceOfACallThatFailed() throws ImisException {
    ImisClient client = client(new ImisAccount(IMIS.baseUrl(), "demo", "demo&100%=ok", 1));
    IMIS.set(s -> s.withFault(Fault.drop(Part.INSERT).times(4)));

    for (int i = 0; i < 4; i++) {
      failure(client);
    }

    assertThat(insert(client).identity()).isEqualTo("10001");
  }

  @Test
  void slowsNoOtherConnection() throws Exception {
    ImisClient slow = client(new ImisAccount(IMIS.baseUrl(), "demo", "demo&100%=ok", 1));
    try (SlowServer server = SlowServer.start(Duration.ofMinutes(1));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      ImisClient hanging = client(new ImisAccount(server.url(), "demo", "demo", 50));
      List<Future<ImisException>> all = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        all.add(threads.submit(() -> failure(hanging, Deadline.in(Duration.ofMinutes(1)))));
      }
      insert(slow);

      insert(slow);

      assertThat(all).noneMatch(Future::isDone);
      threads.shutdownNow();
    }
  }
}
