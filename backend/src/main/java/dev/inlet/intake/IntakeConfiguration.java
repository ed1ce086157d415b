package dev.inlet.intake;

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
    @Bindable(defaultValue = "12000") int concurrentDeliveriesMax) {}
