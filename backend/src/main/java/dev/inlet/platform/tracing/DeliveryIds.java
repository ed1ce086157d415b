package dev.inlet.platform.tracing;

import io.opentelemetry.sdk.trace.IdGenerator;
import java.util.UUID;
import java.util.function.Supplier;

/** Gives a trace the id of its delivery: both are 16 bytes. */
final class DeliveryIds implements IdGenerator {

  private static final ScopedValue<UUID> DELIVERY = ScopedValue.newInstance();

  private final IdGenerator random = IdGenerator.random();

  <T> T with(UUID delivery, Supplier<T> work) {
    return ScopedValue.where(DELIVERY, delivery).call(work::get);
  }

  @Override
  public String generateTraceId() {
    return DELIVERY.isBound()
        ? DELIVERY.get().toString().replace("-", "")
        : random.generateTraceId();
  }

  @Override
  public String generateSpanId() {
    return random.generateSpanId();
  }
}
