package dev.inlet.deliveries;

import dev.inlet.platform.ConfigurationException;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How long deliveries are kept.
 *
 * @param days how many days deliveries are kept; an organization may keep its own for less long
 */
@ConfigurationProperties("inlet.retention")
record RetentionConfiguration(@Bindable(defaultValue = "90") int days) {

  private static final int DAYS_MAX = 3650;

  RetentionConfiguration {
    if (days < 1 || days > DAYS_MAX) {
      throw new ConfigurationException(
          "INLET_RETENTION_DAYS is a number of days from 1 to %d, not %d."
              .formatted(DAYS_MAX, days));
    }
  }
}
