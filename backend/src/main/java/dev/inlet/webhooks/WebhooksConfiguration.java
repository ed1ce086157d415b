package dev.inlet.webhooks;

import dev.inlet.platform.ConfigurationException;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How many webhooks there may be.
 *
 * @param max how many webhooks an organization may have: what is looked at for each of them takes
 *     as long
 */
@ConfigurationProperties("inlet.webhooks")
record WebhooksConfiguration(@Bindable(defaultValue = "500") int max) {

  WebhooksConfiguration {
    if (max < 1) {
      throw new ConfigurationException(
          "INLET_WEBHOOKS_MAX is a number from 1, not %d.".formatted(max));
    }
  }
}
