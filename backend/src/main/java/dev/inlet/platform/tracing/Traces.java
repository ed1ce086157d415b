package dev.inlet.platform.tracing;

import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.time.Stopwatch.Work;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Begins traces of deliveries, of some of them. A delivery's trace has the delivery's id, so that
 * whoever has one finds the other, and so that all that ever happens to a delivery, on whatever
 * node, is one trace or none. What its sender says of a trace is not heeded: strangers decide
 * neither what is sampled nor under which id.
 */
public final class Traces {

  /** Traces nothing. */
  public static final Traces OFF = new Traces(null, new DeliveryIds(), 0, () -> {});

  /** The bits of a UUIDv7 that are surely random, which are also those that W3C samples by. */
  private static final long RANDOM_BITS = (1L << 56) - 1;

  private static final AttributeKey<String> DELIVERY = AttributeKey.stringKey("inlet.delivery.id");
  private static final AttributeKey<String> WEBHOOK = AttributeKey.stringKey("inlet.webhook.id");
  private static final AttributeKey<String> ORGANIZATION =
      AttributeKey.stringKey("inlet.organization.id");

  private final @Nullable Tracer tracer;
  private final DeliveryIds ids;
  private final double share;
  private final Runnable end;

  /**
   * @param ids what the tracer takes its ids from
   * @param share how much of all deliveries is traced; between 0 and 1
   * @param end sends what is left, in a time that is bounded
   */
  Traces(@Nullable Tracer tracer, DeliveryIds ids, double share, Runnable end) {
    this.tracer = tracer;
    this.ids = ids;
    this.share = share;
    this.end = end;
  }

  void close() {
    end.run();
  }

  /** Does something for a delivery, as the root of what is traced of it if it is one of those. */
  public <T, E extends Exception> T of(
      String name, UUID delivery, OrganizationId organization, UUID webhook, Work<T, E> work)
      throws E {
    Tracer used = tracer;
    if (used == null || !isSampled(delivery)) {
      return work.run();
    }
    Span root =
        ids.with(
            delivery,
            () ->
                used.spanBuilder(name)
                    .setParent(Context.root())
                    .setSpanKind(SpanKind.SERVER)
                    .setAttribute(DELIVERY, delivery.toString())
                    .setAttribute(ORGANIZATION, organization.toString())
                    .setAttribute(WEBHOOK, webhook.toString())
                    .startSpan());
    return new Part(used, root).run(work);
  }

  /** The same of what has no result. */
  public <E extends Exception> void step(
      String name, UUID delivery, OrganizationId organization, UUID webhook, Part.Step<E> step)
      throws E {
    boolean _ =
        of(
            name,
            delivery,
            organization,
            webhook,
            () -> {
              step.run();
              return true;
            });
  }

  private boolean isSampled(UUID delivery) {
    return (delivery.getLeastSignificantBits() & RANDOM_BITS) < share * (RANDOM_BITS + 1);
  }
}
