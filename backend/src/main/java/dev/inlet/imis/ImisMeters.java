package dev.inlet.imis;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Counts calls of all connections together: a closed set of outcomes, and no organization. */
final class ImisMeters {

  private static final String CALLS = "inlet.imis.calls";

  private final Counter successes;
  private final Map<ImisFailure, Counter> failures;
  private final Counter circuitOpenings;

  ImisMeters(MeterRegistry registry) {
    Function<String, Counter> calls =
        outcome ->
            Counter.builder(CALLS)
                .description("Calls of iMIS, by how they ended")
                .tag("outcome", outcome)
                .register(registry);
    this.successes = calls.apply("SUCCEEDED");
    this.failures = new EnumMap<>(ImisFailure.class);
    Arrays.stream(ImisFailure.values())
        .forEach(failure -> failures.put(failure, calls.apply(failure.name())));
    this.circuitOpenings =
        Counter.builder("inlet.imis.circuit.openings")
            .description("How often an iMIS was found not to answer")
            .register(registry);
  }

  /** Something that is counted as one call. */
  @FunctionalInterface
  interface Call<T> {
    T call() throws ImisException;
  }

  <T> T count(Call<T> call) throws ImisException {
    try {
      T result = call.call();
      successes.increment();
      return result;
    } catch (ImisException e) {
      Objects.requireNonNull(failures.get(e.failure())).increment();
      throw e;
    }
  }

  void circuitOpened() {
    circuitOpenings.increment();
  }
}
