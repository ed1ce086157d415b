package dev.inlet.platform.time;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;

@Factory
final class ClockFactory {

  /** The node's own until somebody tells it. */
  @Singleton
  SharedTime sharedTime() {
    return new SharedTime(InstantSource.system(), System::nanoTime);
  }

  @Singleton
  Clock clock(SharedTime shared) {
    return shared.withZone(ZoneOffset.UTC);
  }
}
