package dev.inlet.deliveries;

import dev.inlet.platform.life.Obstacle;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** That the journal is late: this node answers deliveries 503 until it has caught up. */
@Singleton
@Requires(missingProperty = "inlet.is-command") // which takes none
final class JournalBehind implements Obstacle {

  private final JournalWriter writer;

  JournalBehind(JournalWriter writer) {
    this.writer = writer;
  }

  @Override
  public String name() {
    return "JOURNAL";
  }

  @Override
  public boolean isThere() {
    return writer.isBehind();
  }

  @Override
  public String sentence() {
    return "The journal is behind: deliveries cannot be written down in time.";
  }
}
