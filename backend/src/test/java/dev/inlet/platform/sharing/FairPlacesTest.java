package dev.inlet.platform.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.platform.time.Deadline;
import dev.inlet.platform.time.Stopwatch;
import dev.inlet.testing.Await;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Whose turn it is. */
class FairPlacesTest {

  private final FairPlaces places = new FairPlaces(1, 10);
  private final List<String> turns = new CopyOnWriteArrayList<>();

  @Test
  void goToEachSenderInTurnHoweverManyCallsOneHasWaiting() {
    places.acquire("first", soon(), Stopwatch.STOPPED);
    for (String name : List.of("flood", "flood", "flood", "calm", "calm", "other")) {
      queue(name);
    }

    for (int i = 1; i <= 6; i++) {
      places.release();
      int expected = i;
      Await.until(() -> turns.size() == expected);
    }

    assertThat(turns).containsExactly("flood", "calm", "other", "flood", "calm", "flood");
  }

  @Test
  void leaveRoomToWaitForOthersThanTheOneWhoFloods() {
    places.acquire("flood", soon(), Stopwatch.STOPPED);
    for (int i = 0; i < 5; i++) {
      queue("flood");
    }

    assertThat(places.acquire("flood", soon(), Stopwatch.STOPPED)).isFalse();
    queue("calm");
  }

  @Test
  void areNotWaitedForByMoreThanThereIsRoomFor() {
    places.acquire("first", soon(), Stopwatch.STOPPED);
    for (int i = 0; i < 10; i++) {
      queue("sender " + i);
    }

    assertThat(places.acquire("late", soon(), Stopwatch.STOPPED)).isFalse();
  }

  @Test
  void areNotGivenToThoseWhoGaveUp() {
    places.acquire("first", soon(), Stopwatch.STOPPED);
    assertThat(places.acquire("impatient", Deadline.in(Duration.ofMillis(10)), Stopwatch.STOPPED))
        .isFalse();

    places.release();

    assertThat(places.acquire("next", Deadline.in(Duration.ZERO), Stopwatch.STOPPED)).isTrue();
  }

  /** Returns once the call waits. */
  private void queue(String name) {
    int before = places.waiting();
    Thread.startVirtualThread(
        () -> {
          boolean isTaken = places.acquire(name, soon(), Stopwatch.STOPPED);
          turns.add(isTaken ? name : "refused " + name);
        });
    Await.until(() -> places.waiting() == before + 1);
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(60));
  }
}
