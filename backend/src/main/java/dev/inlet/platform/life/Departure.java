package dev.inlet.platform.life;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.reactivestreams.Publisher;

/**
 * That this node is about to end. From then on it is not ready, so that whoever distributes
 * requests sends it none; those that still come are seen to.
 */
@Singleton
@Readiness
public class Departure implements HealthIndicator, GracefulShutdownCapable {

  private static final String NAME = "departure";

  private final Duration notice;
  private volatile boolean isBegun;

  /** A node that stays. */
  Departure(DepartureConfiguration configuration) {
    this.notice = configuration.shutdownNotice();
  }

  /** Gives notice, and comes back when that time is over. */
  public void announce() {
    isBegun = true;
    try {
      Thread.sleep(notice);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether whatever has no end of its own should end now. */
  public boolean isBegun() {
    return isBegun;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Publishers.just(
        HealthResult.builder(NAME, isBegun ? HealthStatus.DOWN : HealthStatus.UP).build());
  }

  /** Where nobody gave notice, it begins here. */
  @Override
  public CompletionStage<?> shutdownGracefully() {
    isBegun = true;
    return CompletableFuture.completedStage(null);
  }
}
