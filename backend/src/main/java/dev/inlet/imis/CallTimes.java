package dev.inlet.imis;

import dev.inlet.platform.time.Stopwatch;

/**
 * What the time of calls goes to.
 *
 * @param waiting for their turn, and for an iMIS that asked not to be called
 * @param signIn for a token that has to be fetched first
 * @param calls for iMIS to answer
 */
public record CallTimes(Stopwatch waiting, Stopwatch signIn, Stopwatch calls) {

  /** Of calls that nobody asks about. */
  static final CallTimes UNTOLD =
      new CallTimes(Stopwatch.STOPPED, Stopwatch.STOPPED, Stopwatch.STOPPED);
}
