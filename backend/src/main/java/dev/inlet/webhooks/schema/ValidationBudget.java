package dev.inlet.webhooks.schema;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * How much work one validation may do, whatever its schema and its payload multiply to: one payload
 * may bring a mebibyte to hundreds of patterns, or tens of thousands of properties to a schema that
 * looks at each of them thousands of times.
 */
final class ValidationBudget {

  /** Instructions of a pattern times characters; other work counts in the same measure. */
  private static final long STEPS_MAX = 200_000_000;

  private static final ScopedValue<AtomicLong> SPENT = ScopedValue.newInstance();

  private ValidationBudget() {}

  /** Runs a validation on a budget of its own. */
  static <T> T of(Supplier<T> validation) {
    return ScopedValue.where(SPENT, new AtomicLong()).call(validation::get);
  }

  static void spend(long steps) {
    if (SPENT.isBound() && SPENT.get().addAndGet(steps) > STEPS_MAX) {
      throw new SpentException();
    }
  }

  /** The payload is too large for its schema. */
  static final class SpentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SpentException() {
      super(null, null, false, false);
    }
  }
}
