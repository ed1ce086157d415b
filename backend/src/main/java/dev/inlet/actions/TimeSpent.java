package dev.inlet.actions;

import dev.inlet.platform.time.Stopwatch;

/**
 * What the time of an execution goes to, counted while it runs.
 *
 * @param waiting until the target may be called
 * @param signIn until the target knows who calls
 * @param calls until the target has answered
 */
public record TimeSpent(Stopwatch waiting, Stopwatch signIn, Stopwatch calls) {

  static final TimeSpent UNTOLD =
      new TimeSpent(Stopwatch.STOPPED, Stopwatch.STOPPED, Stopwatch.STOPPED);

  /** None yet. */
  public static TimeSpent none() {
    return new TimeSpent(new Stopwatch(), new Stopwatch(), new Stopwatch());
  }
}
