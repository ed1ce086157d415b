package dev.inlet.platform.tracing;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * What is traced.
 *
 * @param endpoint an OpenTelemetry collector's address for traces: {@code
 *     http://collector:4318/v1/traces}; without one nothing is traced
 * @param share how much of all deliveries is traced, between 0 and 1, where there is a collector
 */
@ConfigurationProperties("inlet.traces")
public record TracesConfiguration(
    @Bindable(defaultValue = "") String endpoint, @Bindable(defaultValue = "0.01") double share) {}
