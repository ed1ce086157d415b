package dev.inlet.platform.metrics;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Where the operator's own tools ask this node. There is nothing to ask where no port is named.
 *
 * @param port where the operator's tools read this node's metrics ({@code /metrics}), and nothing
 *     else; asks nobody who they are, so do not publish it. 0 for any free one
 * @param address what that port listens on; {@code 0.0.0.0} for all of the machine's or container's
 *     addresses
 */
@ConfigurationProperties("inlet.management")
@Requires(property = "inlet.management.port")
public record ManagementConfiguration(
    int port, @Bindable(defaultValue = "127.0.0.1") String address) {}
