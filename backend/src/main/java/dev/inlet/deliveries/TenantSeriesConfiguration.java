package dev.inlet.deliveries;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How many tenants' metrics a node tells apart.
 *
 * @param organizationsMax how many organizations a node's metrics tell apart; the others are
 *     counted together
 * @param webhooksMax how many webhooks a node's metrics tell apart; the others are counted together
 */
@ConfigurationProperties("inlet.metrics")
public record TenantSeriesConfiguration(
    @Bindable(defaultValue = "200") int organizationsMax,
    @Bindable(defaultValue = "200") int webhooksMax) {}
