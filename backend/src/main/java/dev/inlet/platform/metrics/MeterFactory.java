package dev.inlet.platform.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;

@Factory
final class MeterFactory {

  /** One per node, whether anybody may read it or not. */
  @Singleton
  @Bean(preDestroy = "close", typed = MeterRegistry.class)
  PrometheusMeterRegistry registry(JvmGcMetrics pauses) {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    List<MeterBinder> ofProcess =
        List.of(
            new JvmMemoryMetrics(),
            pauses,
            new JvmThreadMetrics(),
            new ProcessorMetrics(),
            new FileDescriptorMetrics(),
            new UptimeMetrics());
    ofProcess.forEach(meters -> meters.bindTo(registry));
    return registry;
  }

  /** Listens to the collectors until it is closed. */
  @Singleton
  @Bean(preDestroy = "close")
  JvmGcMetrics pauses() {
    return new JvmGcMetrics();
  }
}
