package dev.inlet.platform.life;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How a node ends.
 *
 * @param shutdownNotice how long a node that is asked to end (SIGTERM) still takes deliveries after
 *     {@code /health/readiness} says 503, so that nobody sends it any more. Then it takes none, and
 *     finishes those in flight, for 35 seconds at most: give it 60 before you kill it
 */
@ConfigurationProperties("inlet")
record DepartureConfiguration(@Bindable(defaultValue = "5s") Duration shutdownNotice) {}
