package dev.inlet.platform.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class MeterFactory {

  /** In memory, one per node; nothing exposes it yet. */
  @Singleton
  @Bean(preDestroy = "close")
  MeterRegistry registry() {
    return new SimpleMeterRegistry();
  }
}
