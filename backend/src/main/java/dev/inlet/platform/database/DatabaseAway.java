package dev.inlet.platform.database;

import dev.inlet.platform.life.Obstacle;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** That PostgreSQL does not answer this node, as the change feed finds out each second. */
@Singleton
@Requires(beans = ChangeFeed.class)
final class DatabaseAway implements Obstacle {

  private final ChangeFeed feed;

  DatabaseAway(ChangeFeed feed) {
    this.feed = feed;
  }

  @Override
  public String name() {
    return "DATABASE";
  }

  @Override
  public boolean isThere() {
    return !feed.isHeard();
  }

  @Override
  public String sentence() {
    return "The database does not answer.";
  }
}
