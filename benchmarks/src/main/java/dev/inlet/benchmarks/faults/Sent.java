package dev.inlet.benchmarks.faults;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sent, once or, with a key, again until it was done.
 *
 * @param number tells it from all others; it is in the payload and in the record
 * @param key null if it is sent once
 * @param isInOrder whether it was sent after the one with the number before it was acknowledged
 * @param answers one for each time, in order
 */
record Sent(long number, @Nullable String key, boolean isInOrder, List<Answer> answers) {

  /**
   * What came back.
   *
   * @param status 0 if nothing did
   * @param delivery the id of the delivery; empty if none was told
   */
  record Answer(Instant askedAt, int status, String delivery, String body) {

    private static final Set<Integer> PROMISED = Set.of(200, 202, 409, 429);

    /** Whether it is what senders are promised while nothing is broken and nodes come and go. */
    boolean isPromised() {
      return PROMISED.contains(status);
    }

    /** Whether it says that nothing is in iMIS. */
    boolean isDenial() {
      return status >= 400 && status != 409 && !body.contains("may or may not");
    }
  }

  Sent(long number, @Nullable String key, boolean isInOrder) {
    this(number, key, isInOrder, new CopyOnWriteArrayList<>());
  }

  boolean isDone() {
    return answers.stream().anyMatch(answer -> answer.status() == 200 || answer.status() == 202);
  }
}
