package dev.inlet.testing;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The time of nodes for which it stands still until a test lets it go on: the same for all of them,
 * for nodes' clocks hardly differ. From now on, as PostgreSQL and the journal's days have it.
 */
@Factory
@Requires(property = StandingTime.PROPERTY)
public final class StandingTime {

  public static final String PROPERTY = "inlet-test.time-stands";
  private static @Nullable SettableClock clock;

  public static synchronized SettableClock clock() {
    if (clock == null) {
      clock = new SettableClock(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }
    return clock;
  }

  @Singleton
  @Replaces(Clock.class)
  Clock ofNodes() {
    return clock();
  }
}
