package dev.inlet.platform.life;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether this node should be sent requests, and why not. */
@Context
@Requires(missingProperty = "inlet.is-command") // which nobody sends any
final class Readiness {

  private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

  private final List<Obstacle> obstacles;
  private List<String> told = List.of();

  Readiness(List<Obstacle> obstacles, MeterRegistry meters) {
    this.obstacles = obstacles;
    Gauge.builder("inlet.ready", this, readiness -> readiness.reasons().isEmpty() ? 1 : 0)
        .description("Whether the node says that it is to be sent requests")
        .register(meters);
    obstacles.forEach(
        obstacle ->
            Gauge.builder("inlet.obstacles", obstacle, known -> known.isThere() ? 1 : 0)
                .description("What keeps the node from being ready")
                .tag("obstacle", obstacle.name())
                .register(meters));
  }

  /** Why it should be sent none; empty if it should. */
  List<String> reasons() {
    return obstacles.stream().filter(Obstacle::isThere).map(Obstacle::sentence).sorted().toList();
  }

  /** Whoever reads the log later finds when it was, though nobody asked then. */
  @Scheduled(fixedDelay = "1s")
  void tellChange() {
    List<String> reasons = reasons();
    if (reasons.equals(told)) {
      return;
    }
    told = reasons;
    if (reasons.isEmpty()) {
      LOG.info("This node is ready again");
    } else {
      LOG.warn("This node is not ready: {}", String.join(" ", reasons));
    }
  }
}
