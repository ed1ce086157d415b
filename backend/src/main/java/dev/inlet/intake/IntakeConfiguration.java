package dev.inlet.intake;

import dev.inlet.platform.ConfigurationException;
import dev.inlet.webhooks.senders.SendingLimits;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * The limits of the public endpoint.
 *
 * @param maxBodyBytes the largest body that a webhook takes; at most 10485760
 * @param webhookRequestsPerSecond how many deliveries of one webhook a node takes for long; twice
 *     as many at once
 * @param organizationRequestsPerSecond how many deliveries of all webhooks of one organization a
 *     node takes for long; twice as many at once
 * @param concurrentDeliveriesMax how many deliveries a node works on at the same time; of one
 *     organization no more than are left to all others
 * @param bodySeconds how long a webhook's body may take to come, however it trickles
 */
@ConfigurationProperties("inlet")
record IntakeConfiguration(
    @Bindable(defaultValue = "1048576") int maxBodyBytes,
    @Bindable(defaultValue = "500") int webhookRequestsPerSecond,
    @Bindable(defaultValue = "1000") int organizationRequestsPerSecond,
    @Bindable(defaultValue = "12000") int concurrentDeliveriesMax,
    @Bindable(defaultValue = "10") int bodySeconds)
    implements SendingLimits {

  private static final int BODY_BYTES_LIMIT = 10 * 1024 * 1024;

  IntakeConfiguration {
    if (maxBodyBytes < 1 || maxBodyBytes > BODY_BYTES_LIMIT) {
      throw new ConfigurationException(
          "INLET_MAX_BODY_BYTES must lie between 1 and %d.".formatted(BODY_BYTES_LIMIT));
    }
    requirePositive("INLET_WEBHOOK_REQUESTS_PER_SECOND", webhookRequestsPerSecond);
    requirePositive("INLET_ORGANIZATION_REQUESTS_PER_SECOND", organizationRequestsPerSecond);
    requirePositive("INLET_CONCURRENT_DELIVERIES_MAX", concurrentDeliveriesMax);
    requirePositive("INLET_BODY_SECONDS", bodySeconds);
  }

  @Override
  public Duration bodyTime() {
    return Duration.ofSeconds(bodySeconds);
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new ConfigurationException("%s must be at least 1.".formatted(name));
    }
  }
}
