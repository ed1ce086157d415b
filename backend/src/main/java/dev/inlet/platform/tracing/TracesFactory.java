package dev.inlet.platform.tracing;

import dev.inlet.platform.ConfigurationException;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Sends spans to a collector if there is one; else there is no SDK at all. */
@Factory
final class TracesFactory {

  private static final String NAME = "inlet";

  /** How long a collector is waited for; never by a delivery, and once by a node that ends. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Duration patience;

  @Inject
  TracesFactory() {
    this(PATIENCE);
  }

  TracesFactory(Duration patience) {
    this.patience = patience;
  }

  @Singleton
  @Requires(property = "inlet.traces.endpoint", pattern = ".+")
  SpanExporter exporter(TracesConfiguration configuration) {
    try {
      return OtlpHttpSpanExporter.builder()
          .setEndpoint(configuration.endpoint())
          .setTimeout(patience)
          .setConnectTimeout(patience)
          .build();
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(
          "INLET_TRACES_ENDPOINT is no URL of a collector; one looks like"
              + " http://collector:4318/v1/traces.",
          e);
    }
  }

  /** Ends with the traces, which wait for it no longer than they may. */
  @Singleton
  @Requires(beans = SpanExporter.class)
  SdkTracerProvider provider(SpanExporter exporter, DeliveryIds ids) {
    return SdkTracerProvider.builder()
        .setIdGenerator(ids)
        .setResource(
            Resource.getDefault()
                .merge(
                    Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), NAME))))
        .addSpanProcessor(BatchSpanProcessor.builder(exporter).setExporterTimeout(patience).build())
        .build();
  }

  @Singleton
  DeliveryIds ids() {
    return new DeliveryIds();
  }

  /** At once, so that a mistake in what is configured is told when the node starts. */
  @Context
  @Bean(preDestroy = "close")
  Traces traces(
      Optional<SdkTracerProvider> provider, DeliveryIds ids, TracesConfiguration configuration) {
    double share = configuration.share();
    if (!(share >= 0 && share <= 1)) {
      throw new ConfigurationException("INLET_TRACES_SHARE is a number between 0 and 1.");
    }
    return provider
        .map(made -> new Traces(made.get(NAME), ids, share, () -> end(made)))
        .orElse(Traces.OFF);
  }

  /** What was not sent by then is lost; the exporter ends with the provider. */
  private void end(SdkTracerProvider provider) {
    CompletableResultCode _ = provider.shutdown().join(patience.toMillis(), TimeUnit.MILLISECONDS);
  }
}
