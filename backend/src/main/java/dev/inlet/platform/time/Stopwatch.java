package dev.inlet.platform.time;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long something took, each time that it was done together. For one thread. */
public class Stopwatch {

  /** For what nobody asks about. */
  public static final Stopwatch STOPPED =
      new Stopwatch() {
        @Override
        public <T, E extends Exception> T time(Work<T, E> work) throws E {
          return work.run();
        }
      };

  private @Nullable Duration total;

  /** Something that takes its time. */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {
    T run() throws E;
  }

  /** Does something, and counts how long that takes, however it ends. */
  public <T, E extends Exception> T time(Work<T, E> work) throws E {
    long start = System.nanoTime();
    try {
      return work.run();
    } finally {
      Duration taken = Duration.ofNanos(System.nanoTime() - start);
      total = total == null ? taken : total.plus(taken);
    }
  }

  /** Null if it was never done. */
  public @Nullable Duration total() {
    return total;
  }
}
