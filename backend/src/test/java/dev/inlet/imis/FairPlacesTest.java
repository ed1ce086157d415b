package dev.inlet.imis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
  void goToEachSenderInTurnHoweverManyCallsOneHasWaiting() throws ImisException {
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
  void leaveRoomToWaitForOthersThanTheOneWhoFloods() throws ImisException {
    places.acquire("flood", soon(), Stopwatch.STOPPED);
    for (int i = 0; i < 5; i++) {
      queue("flood");
    }

    ImisException thrown =
        catchThrowableOfType(
            ImisException.class, () -> places.acquire("flood", soon(), Stopwatch.STOPPED));
    queue("calm");

    assertThat(thrown.failure()).isEqualTo(ImisFailure.BUSY);
  }

  @Test
  void areNotWaitedForByMoreThanThereIsRoomFor() throws ImisException {
    places.acquire("first", soon(), Stopwatch.STOPPED);
    for (int i = 0; i < 10; i++) {
      queue("sender " + i);
    }

    assertThat(
            catchThrowableOfType(
                ImisException.class, () -> places.acquire("late", soon(), Stopwatch.STOPPED)))
        .isNotNull();
  }

  @Test
  void areNotGivenToThoseWhoGaveUp() throws ImisException {
    places.acquire("first", soon(), Stopwatch.STOPPED);
    assertThat(
            catchThrowableOfType(
                    ImisException.class,
                    () ->
                        places.acquire(
                            "impatient", Deadline.in(Duration.ofMillis(10)), Stopwatch.STOPPED))
                .failure())
        .isEqualTo(ImisFailure.BUSY);

    places.release();

    assertThatCode(() -> places.acquire("next", Deadline.in(Duration.ZERO), Stopwatch.STOPPED))
        .doesNotThrowAnyException();
  }

  /** Returns once the call waits. */
  private void queue(String name) {
    int before = places.waiting();
    Thread.startVirtualThread(
        () -> {
          try {
            places.acquire(name, soon(), Stopwatch.STOPPED);
            turns.add(name);
          } catch (ImisException e) {
            turns.add("refused " + name);
          }
        });
    Await.until(() -> places.waiting() == before + 1);
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(60));
  }
}
