package dev.inlet.platform.life;

import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * That this node is about to end. From then on it is not ready, so that whoever distributes
 * requests sends it none; those that still come are seen to.
 */
@Singleton
public class Departure implements Obstacle, GracefulShutdownCapable {

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
  public String name() {
    return "DEPARTURE";
  }

  @Override
  public boolean isThere() {
    return isBegun;
  }

  @Override
  public String sentence() {
    return "This node is about to end.";
  }

  /** Where nobody gave notice, it begins here. */
  @Override
  public CompletionStage<?> shutdownGracefully() {
    isBegun = true;
    return CompletableFuture.completedStage(null);
  }
}
