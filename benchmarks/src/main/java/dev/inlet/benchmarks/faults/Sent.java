package dev.inlet.benchmarks.faults;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sent, once or, with a key, again until it was done.
 *
 * @param number tells it from all others; it is in the payload and in the record
 * @param key null if it is sent once
 * @param answers one for each time, in order
 */
record Sent(long number, @Nullable String key, List<Answer> answers) {

  /**
   * What came back.
   *
   * @param status 0 if nothing did
   * @param delivery the id of the delivery; empty if none was told
   */
  record Answer(Instant askedAt, int status, String delivery, String body) {

    boolean isNone() {
      return status == 0;
    }

    /** Whether it says that nothing is in iMIS. */
    boolean isDenial() {
      return status >= 400 && status != 409 && !body.contains("may or may not");
    }
  }

  Sent(long number, @Nullable String key) {
    this(number, key, new CopyOnWriteArrayList<>());
  }

  boolean isDone() {
    return answers.stream().anyMatch(answer -> answer.status() == 200 || answer.status() == 202);
  }
}
