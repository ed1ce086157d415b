package dev.inlet.intake;

import dev.inlet.platform.metrics.Latencies;
import dev.inlet.platform.sharing.Shares;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micronaut.context.annotation.Context;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What senders notice of this node, and how full it is. */
@Context // so that a node counts from its first moment on
class IntakeMeters {

  private final MeterRegistry registry;
  private final ConcurrentMap<Integer, Timer> answers = new ConcurrentHashMap<>();
  private final Timer own;
  private final Counter unrecorded;

  IntakeMeters(MeterRegistry registry) {
    this.registry = registry;
    this.own =
        Latencies.timer(
            registry,
            "inlet.intake.own",
            "What of deliveries' time went to neither iMIS nor waiting for it");
    this.unrecorded =
        Counter.builder("inlet.intake.unrecorded")
            .description("Deliveries whose sender was told that the log did not confirm them")
            .register(registry);
    // There from the beginning, so that the first one is seen to be one more.
    for (int status : new int[] {200, 500, 503}) {
      Timer _ = answers.computeIfAbsent(status, this::answers);
    }
  }

  /** One was answered. */
  void answered(int status, long nanos) {
    answers.computeIfAbsent(status, this::answers).record(Duration.ofNanos(nanos));
  }

  /** One was answered 500 because the journal did not confirm it in time. */
  void unrecorded() {
    unrecorded.increment();
  }

  /** One with an attempt was answered. */
  void own(Duration time) {
    own.record(time);
  }

  /** Something that deliveries hold, of which there is only so much. */
  void share(String name, String description, Shares shares) {
    Gauge.builder(name, shares, Shares::held).description(description).register(registry);
    Gauge.builder(name + ".max", shares, Shares::total)
        .description("How much of it there is")
        .register(registry);
  }

  private Timer answers(int status) {
    return Latencies.timer(
        registry,
        "inlet.intake",
        "Requests at open URLs, by the status they were answered with",
        "status",
        Integer.toString(status));
  }
}
