package dev.inlet.platform.tracing;

import dev.inlet.platform.ConfigurationException;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Sends spans to a collector if there is one; else there is no SDK at all. */
@Factory
final class TracesFactory {

  private static final String NAME = "inlet";

  /** A collector that does not answer keeps no node from ending. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  @Singleton
  @Bean(preDestroy = "close")
  @Requires(property = "inlet.traces.endpoint", pattern = ".+")
  SpanExporter exporter(TracesConfiguration configuration) {
    try {
      return OtlpHttpSpanExporter.builder()
          .setEndpoint(configuration.endpoint())
          .setTimeout(PATIENCE)
          .setConnectTimeout(PATIENCE)
          .build();
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(
          "INLET_TRACES_ENDPOINT is no URL of a collector; one looks like"
              + " http://collector:4318/v1/traces.",
          e);
    }
  }

  @Singleton
  @Bean(preDestroy = "close")
  @Requires(beans = SpanExporter.class)
  SdkTracerProvider provider(SpanExporter exporter, DeliveryIds ids) {
    return SdkTracerProvider.builder()
        .setIdGenerator(ids)
        .setResource(
            Resource.getDefault()
                .merge(
                    Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), NAME))))
        .addSpanProcessor(BatchSpanProcessor.builder(exporter).setExporterTimeout(PATIENCE).build())
        .build();
  }

  @Singleton
  DeliveryIds ids() {
    return new DeliveryIds();
  }

  /** At once, so that a mistake in what is configured is told when the node starts. */
  @Context
  Traces traces(
      Optional<SdkTracerProvider> provider, DeliveryIds ids, TracesConfiguration configuration) {
    double share = configuration.share();
    if (!(share >= 0 && share <= 1)) {
      throw new ConfigurationException("INLET_TRACES_SHARE is a number between 0 and 1.");
    }
    return provider.map(made -> new Traces(made.get(NAME), ids, share)).orElse(Traces.OFF);
  }
}
