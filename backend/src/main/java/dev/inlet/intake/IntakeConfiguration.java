package dev.inlet.intake;

import dev.inlet.platform.ConfigurationException;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * The limits of the public endpoint.
 *
 * @param maxBodyBytes the largest body that is taken
 * @param webhookRequestsPerSecond how many deliveries of one webhook are taken for long; twice as
 *     many at once
 * @param concurrentDeliveriesMax how many deliveries one node works on at the same time
 */
@ConfigurationProperties("inlet")
record IntakeConfiguration(
    @Bindable(defaultValue = "1048576") int maxBodyBytes,
    @Bindable(defaultValue = "500") int webhookRequestsPerSecond,
    @Bindable(defaultValue = "12000") int concurrentDeliveriesMax) {

  private static final int BODY_BYTES_LIMIT = 10 * 1024 * 1024;

  IntakeConfiguration {
    if (maxBodyBytes < 1 || maxBodyBytes > BODY_BYTES_LIMIT) {
      throw new ConfigurationException(
          "INLET_MAX_BODY_BYTES must lie between 1 and %d.".formatted(BODY_BYTES_LIMIT));
    }
    if (webhookRequestsPerSecond < 1 || concurrentDeliveriesMax < 1) {
      throw new ConfigurationException(
          "INLET_WEBHOOK_REQUESTS_PER_SECOND and INLET_CONCURRENT_DELIVERIES_MAX must be at least 1.");
    }
  }
}
