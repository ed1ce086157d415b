package dev.inlet.platform.database;

import dev.inlet.platform.life.Obstacle;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/**
 * That the schema went back behind what this node began with. One that is behind when a node starts
 * is migrated before the node listens at all.
 */
@Singleton
@Requires(beans = ChangeFeed.class)
final class MigrationsMissing implements Obstacle {

  private final ChangeFeed feed;

  MigrationsMissing(ChangeFeed feed) {
    this.feed = feed;
  }

  @Override
  public String name() {
    return "MIGRATIONS";
  }

  @Override
  public boolean isThere() {
    return !feed.isSchemaWhole();
  }

  @Override
  public String sentence() {
    return "Migrations are missing in the database: start this node anew, which makes them.";
  }
}
