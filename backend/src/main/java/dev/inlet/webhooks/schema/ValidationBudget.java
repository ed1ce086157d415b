package dev.inlet.webhooks.schema;

import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.sharing.FairPlaces;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.time.Deadline;
import dev.inlet.platform.time.Stopwatch;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * How much work one validation may do, whatever its schema and its payload multiply to: one payload
 * may bring a mebibyte to hundreds of patterns, or tens of thousands of properties to a schema that
 * looks at each of them thousands of times. Those that turn out to be costly take turns on half of
 * the processors, so that a flood of them leaves the others to everybody else; organizations take
 * turns, too, so that whoever floods waits behind everybody's next one.
 */
final class ValidationBudget {

  /** Instructions of a pattern times characters; other work counts in the same measure. */
  static final long STEPS_MAX = 200_000_000;

  /** Some ten milliseconds; nearly every validation takes far less. */
  static final long CHEAP_STEPS_MAX = 2_000_000;

  static final int COSTLY_MAX = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  /** More than are done before those who wait lose patience. */
  private static final int WAITING_MAX = 1_000;

  static final FairPlaces COSTLY = new FairPlaces(COSTLY_MAX, WAITING_MAX);

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final ScopedValue<ValidationBudget> BUDGET = ScopedValue.newInstance();

  private final OrganizationId organization;
  private long spent;
  private boolean isCostly;

  private ValidationBudget(OrganizationId organization) {
    this.organization = organization;
  }

  /**
   * Runs a validation on a budget of its own.
   *
   * @param organization whose turn it takes if it is costly
   * @throws ProblemException UNAVAILABLE if it is costly, and too many others are
   */
  static <T> T of(OrganizationId organization, Supplier<T> validation) {
    ValidationBudget budget = new ValidationBudget(organization);
    try {
      return ScopedValue.where(BUDGET, budget).call(validation::get);
    } finally {
      if (budget.isCostly) {
        COSTLY.release();
      }
    }
  }

  static void spend(long steps) {
    if (BUDGET.isBound()) {
      BUDGET.get().take(steps);
    }
  }

  private void take(long steps) {
    spent += steps;
    if (spent > STEPS_MAX) {
      throw new SpentException();
    }
    if (spent > CHEAP_STEPS_MAX && !isCostly) {
      if (!COSTLY.acquire(organization, Deadline.in(PATIENCE), Stopwatch.STOPPED)) {
        throw ProblemException.unavailable(PATIENCE);
      }
      isCostly = true;
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
