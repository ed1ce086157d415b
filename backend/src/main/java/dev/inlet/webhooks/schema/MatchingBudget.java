package dev.inlet.webhooks.schema;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * How much matching of regular expressions one validation may do. Each match is linear, but one
 * payload may bring a mebibyte to hundreds of patterns.
 */
final class MatchingBudget {

  /** Instructions times characters: about a second. */
  private static final long STEPS_MAX = 200_000_000;

  private static final ScopedValue<AtomicLong> SPENT = ScopedValue.newInstance();

  private MatchingBudget() {}

  /** Runs a validation on a budget of its own. */
  static <T> T of(Supplier<T> validation) {
    return ScopedValue.where(SPENT, new AtomicLong()).call(validation::get);
  }

  static void spend(long steps) {
    if (SPENT.isBound() && SPENT.get().addAndGet(steps) > STEPS_MAX) {
      throw new SpentException();
    }
  }

  /** The payload is too large for the patterns of its schema. */
  static final class SpentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SpentException() {
      super(null, null, false, false);
    }
  }
}
