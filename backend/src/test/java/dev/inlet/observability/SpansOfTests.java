package dev.inlet.observability;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import jakarta.inject.Singleton;

/** In the place of a collector. */
@Factory
@Requires(property = "test.spans")
class SpansOfTests {

  @Singleton
  @Bean(preDestroy = "close")
  InMemorySpanExporter exporter() {
    return InMemorySpanExporter.create();
  }
}
