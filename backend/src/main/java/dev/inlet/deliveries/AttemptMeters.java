package dev.inlet.deliveries;

import dev.inlet.platform.metrics.Latencies;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micronaut.context.annotation.Context;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How long attempts take, and what of it passes at the target. */
@Context // so that a node counts from its first moment on
class AttemptMeters {

  private final Map<Outcome, Timer> attempts = new EnumMap<>(Outcome.class);
  private final Timer waiting;
  private final Timer signIn;
  private final Timer calls;

  AttemptMeters(MeterRegistry registry) {
    for (Outcome outcome : new Outcome[] {Outcome.SUCCEEDED, Outcome.FAILED, Outcome.UNKNOWN}) {
      attempts.put(
          outcome,
          Latencies.timer(
              registry,
              "inlet.attempts",
              "Tries of actions, further ones and replays too",
              "outcome",
              outcome.name()));
    }
    this.waiting = part(registry, "WAITING");
    this.signIn = part(registry, "SIGN_IN");
    this.calls = part(registry, "CALLS");
  }

  void ended(Attempt attempt) {
    Objects.requireNonNull(attempts.get(attempt.outcome()))
        .record(Duration.between(attempt.startedAt(), attempt.finishedAt()));
    record(waiting, attempt.times().waiting());
    record(signIn, attempt.times().signIn());
    record(calls, attempt.times().calls());
  }

  private static void record(Timer timer, @Nullable Duration spent) {
    if (spent != null) {
      timer.record(spent);
    }
  }

  private static Timer part(MeterRegistry registry, String part) {
    return Latencies.timer(
        registry,
        "inlet.attempts.spent",
        "What of attempts' time went to waiting for one's turn, to signing in, and to iMIS",
        "part",
        part);
  }
}
