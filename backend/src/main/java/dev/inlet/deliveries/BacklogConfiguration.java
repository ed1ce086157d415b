package dev.inlet.deliveries;

import dev.inlet.platform.ConfigurationException;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How much may wait.
 *
 * @param queuedDeliveriesMax how many acknowledged deliveries of one organization may wait to be
 *     done, on all nodes together
 */
@ConfigurationProperties("inlet")
record BacklogConfiguration(@Bindable(defaultValue = "100000") int queuedDeliveriesMax) {

  BacklogConfiguration {
    if (queuedDeliveriesMax < 1) {
      throw new ConfigurationException("INLET_QUEUED_DELIVERIES_MAX must be at least 1.");
    }
  }
}
