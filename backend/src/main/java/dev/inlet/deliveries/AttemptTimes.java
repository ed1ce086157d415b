package dev.inlet.deliveries;

import dev.inlet.actions.TimeSpent;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the time of an attempt, and the time before it, went to; each null if that did not happen.
 *
 * @param queued between the acknowledgement and its start
 * @param waiting until the target might be called
 * @param signIn until the target knew who calls
 * @param calls until the target had answered
 */
public record AttemptTimes(
    @Nullable Duration queued,
    @Nullable Duration waiting,
    @Nullable Duration signIn,
    @Nullable Duration calls) {

  public static final AttemptTimes NONE = new AttemptTimes(null, null, null, null);

  static AttemptTimes of(TimeSpent spent) {
    return new AttemptTimes(
        null, spent.waiting().total(), spent.signIn().total(), spent.calls().total());
  }

  /** What is left of a time that these are parts of, queueing left aside. */
  public Duration leftOf(Duration whole) {
    Duration left = whole;
    for (Duration part : new @Nullable Duration[] {waiting, signIn, calls}) {
      left = part == null ? left : left.minus(part);
    }
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Nodes may differ about the time: nobody waits less than not at all. */
  AttemptTimes queued(Instant since, Instant until) {
    Duration between = Duration.between(since, until);
    return new AttemptTimes(between.isNegative() ? Duration.ZERO : between, waiting, signIn, calls);
  }
}
